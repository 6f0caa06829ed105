/** One request and its answer while they pass through the gateway. */
@NullMarked
package io.entente.simulator.kong.proxy.exchange;

import org.jspecify.annotations.NullMarked;
