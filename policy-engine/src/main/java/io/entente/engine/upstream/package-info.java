/**
 * What the kinds about the upstream mean, executable: which answer follows from what endpoints do
 * to the attempts and when.
 *
 * <p>{@link io.entente.engine.upstream.Forwarding} plays one request; time is a length since the
 * request was received, what endpoints do is a {@link io.entente.engine.upstream.Doing}, chance is
 * given, and what outlives a request is an explicit state.
 */
@NullMarked
package io.entente.engine.upstream;

import org.jspecify.annotations.NullMarked;
