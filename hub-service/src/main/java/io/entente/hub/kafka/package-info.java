/** How every client of the hub reaches Kafka, embedded or a cluster of the customer's. */
@NullMarked
package io.entente.hub.kafka;

import org.jspecify.annotations.NullMarked;
