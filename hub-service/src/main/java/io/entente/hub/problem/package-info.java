/** Problems on the wire: application/problem+json, one shape for every failure. */
@NullMarked
package io.entente.hub.problem;

import org.jspecify.annotations.NullMarked;
