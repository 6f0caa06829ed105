/** Faults on purpose, at the Admin API: what a real node or the network before it may do. */
@NullMarked
package io.entente.simulator.kong.fault;

import org.jspecify.annotations.NullMarked;
