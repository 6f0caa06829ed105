/**
 * Immutable document trees: the one shape in which a vendor's own documents travel inside Entente.
 *
 * <p>A {@link io.entente.model.tree.Node} is an object, an array, a scalar, a secret (held by
 * reference and fingerprint, never by value) or a value that is only known after a step has run.
 * Numbers are exact decimals, object fields are sorted, so equal documents have equal hashes.
 */
@NullMarked
package io.entente.model.tree;

import org.jspecify.annotations.NullMarked;
