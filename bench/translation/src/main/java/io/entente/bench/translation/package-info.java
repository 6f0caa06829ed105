/**
 * Measures what is computed and sends nothing: which policies hold where, and their translation, in
 * policies times routes on one thread.
 */
@NullMarked
package io.entente.bench.translation;

import org.jspecify.annotations.NullMarked;
