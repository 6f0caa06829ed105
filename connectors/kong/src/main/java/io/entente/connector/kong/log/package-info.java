/**
 * What Kong tells of its traffic: the request logs that its http-log plugin posts, as traffic
 * events, and the counters of its prometheus plugin, to see whether logs were lost on the way.
 */
@NullMarked
package io.entente.connector.kong.log;

import org.jspecify.annotations.NullMarked;
