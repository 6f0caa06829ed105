/** How one vendor's documents are compared, claimed and packed: the pure part of a connector. */
@NullMarked
package io.entente.model.dialect;

import org.jspecify.annotations.NullMarked;
