/**
 * The practice estate: small REST upstreams, a seeded load, and a count of what reached Kafka.
 *
 * <p>Shares no code with Entente, so that what it says of Entente is a second opinion.
 */
@NullMarked
package io.entente.practice;

import org.jspecify.annotations.NullMarked;
