/**
 * Measures reading and writing of a Kong estate against a plain HTTP client that does the same
 * calls, in interleaved pairs, on a simulator in a process of its own.
 */
@NullMarked
package io.entente.bench.kong;

import org.jspecify.annotations.NullMarked;
