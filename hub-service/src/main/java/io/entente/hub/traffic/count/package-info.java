/**
 * Requests of which only counts are kept: each delivery of a gateway is folded into aggregates,
 * which are told on Kafka and read from there as requests are.
 */
@NullMarked
package io.entente.hub.traffic.count;

import org.jspecify.annotations.NullMarked;
