/** Refusals as Google's APIs tell them. */
@NullMarked
package io.entente.simulator.apigee.error;

import org.jspecify.annotations.NullMarked;
