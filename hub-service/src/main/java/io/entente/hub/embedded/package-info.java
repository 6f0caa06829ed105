/**
 * PostgreSQL and Kafka inside the hub, for a machine with nothing installed. Durable against the
 * death of the process, not against the loss of power.
 */
@NullMarked
package io.entente.hub.embedded;

import org.jspecify.annotations.NullMarked;
