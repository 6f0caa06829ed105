/** The order in which everything runs. */
@NullMarked
package io.entente.simulator.apigee.proxy.flow;

import org.jspecify.annotations.NullMarked;
