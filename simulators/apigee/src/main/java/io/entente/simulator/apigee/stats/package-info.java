/** Analytics: what was counted, and queries of it. */
@NullMarked
package io.entente.simulator.apigee.stats;

import org.jspecify.annotations.NullMarked;
