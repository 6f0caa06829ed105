/**
 * Measures questions about traffic: a month of events, asked through the store's own port, beside
 * PostgreSQL with the same rows.
 */
@NullMarked
package io.entente.bench.query;

import org.jspecify.annotations.NullMarked;
