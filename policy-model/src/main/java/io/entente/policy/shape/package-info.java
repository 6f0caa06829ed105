/**
 * What a part of a document looks like, said once: a {@link io.entente.policy.shape.Shape} reads,
 * writes and gives the JSON Schema of it, so that the three cannot drift apart.
 */
@NullMarked
package io.entente.policy.shape;

import org.jspecify.annotations.NullMarked;
