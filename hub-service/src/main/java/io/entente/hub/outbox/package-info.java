/** State changes on their way to Kafka: written with the state they tell of, sent in order. */
@NullMarked
package io.entente.hub.outbox;

import org.jspecify.annotations.NullMarked;
