/**
 * What Apigee tells of each request: the lines that its MessageLogging policy writes to a syslog
 * server, as traffic events. A line is whose its token says, and the token goes no further.
 */
@NullMarked
package io.entente.connector.apigee.log;

import org.jspecify.annotations.NullMarked;
