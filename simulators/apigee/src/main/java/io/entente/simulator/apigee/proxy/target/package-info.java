/** Calls to targets. */
@NullMarked
package io.entente.simulator.apigee.proxy.target;

import org.jspecify.annotations.NullMarked;
