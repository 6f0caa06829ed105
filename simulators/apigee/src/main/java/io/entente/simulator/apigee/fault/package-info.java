/** Faults on purpose, at the management API: what Google or the network before it may do. */
@NullMarked
package io.entente.simulator.apigee.fault;

import org.jspecify.annotations.NullMarked;
