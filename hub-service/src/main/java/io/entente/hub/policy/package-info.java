/** Policy documents, their versions, and what holds on a route and why. */
@NullMarked
package io.entente.hub.policy;

import org.jspecify.annotations.NullMarked;
