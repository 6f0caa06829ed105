/** Normalised traffic. A field that a vendor cannot observe is absent and listed, never guessed. */
@NullMarked
package io.entente.model.event;

import org.jspecify.annotations.NullMarked;
