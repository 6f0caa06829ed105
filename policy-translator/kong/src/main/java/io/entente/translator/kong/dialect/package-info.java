/**
 * How Kong's entities are compared, merged and ordered.
 *
 * <p>The form of a document is not written down here: Kong tells the schema of every entity and
 * plugin of its own version, and the canonical form is computed from that.
 */
@NullMarked
package io.entente.translator.kong.dialect;

import org.jspecify.annotations.NullMarked;
