/** Counters of the proxy and their text page. */
@NullMarked
package io.entente.simulator.kong.proxy.metrics;

import org.jspecify.annotations.NullMarked;
