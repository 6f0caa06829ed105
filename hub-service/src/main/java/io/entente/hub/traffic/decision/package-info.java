/** Which policy refused a request, told where its gateway names it and never guessed. */
@NullMarked
package io.entente.hub.traffic.decision;

import org.jspecify.annotations.NullMarked;
