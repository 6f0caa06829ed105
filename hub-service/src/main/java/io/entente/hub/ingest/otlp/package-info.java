/**
 * Log records of OTLP, in either of its encodings, as traffic events. Of a record only what an
 * event holds is kept.
 */
@NullMarked
package io.entente.hub.ingest.otlp;

import org.jspecify.annotations.NullMarked;
