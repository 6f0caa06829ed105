/** Counters of Quota and SpikeArrest. */
@NullMarked
package io.entente.simulator.apigee.proxy.limit;

import org.jspecify.annotations.NullMarked;
