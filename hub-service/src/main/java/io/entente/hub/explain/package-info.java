/** Why a route is governed as it is: what holds, what lost, what it came to, and how it stands. */
@NullMarked
package io.entente.hub.explain;

import org.jspecify.annotations.NullMarked;
