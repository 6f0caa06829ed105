/**
 * Documents to and from the model: strict readers that report every problem at once, and writers
 * that write every field out.
 *
 * <p>Each kind of document is described once, by a shape; readers, writers and the published JSON
 * Schemas all come from it.
 */
@NullMarked
package io.entente.policy.document;

import org.jspecify.annotations.NullMarked;
