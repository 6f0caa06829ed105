/**
 * Measures how quickly logs that gateways deliver become durable: the packaged hub with its broker,
 * a client that delivers, and Kafka's own producer test on the same broker, in turns.
 */
@NullMarked
package io.entente.bench.ingest;

import org.jspecify.annotations.NullMarked;
