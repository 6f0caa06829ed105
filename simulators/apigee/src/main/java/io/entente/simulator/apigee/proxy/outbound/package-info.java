/** Calls to targets. */
@NullMarked
package io.entente.simulator.apigee.proxy.outbound;

import org.jspecify.annotations.NullMarked;
