/** What a translation keeps and loses, per field, with the evidence for saying so. */
@NullMarked
package io.entente.model.fidelity;

import org.jspecify.annotations.NullMarked;
