/** Bundles read into flows, steps and policies. */
@NullMarked
package io.entente.simulator.apigee.proxy.bundle;

import org.jspecify.annotations.NullMarked;
