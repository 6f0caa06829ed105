/** Which policies hold on a route: precedence, combination, losers and why. */
@NullMarked
package io.entente.policy.resolution;

import org.jspecify.annotations.NullMarked;
