/** Syslog delivery of MessageLogging. */
@NullMarked
package io.entente.simulator.apigee.proxy.log;

import org.jspecify.annotations.NullMarked;
