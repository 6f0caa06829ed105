/** How a traffic event looks on Kafka: CloudEvents 1.0 around OpenTelemetry attributes. */
@NullMarked
package io.entente.hub.traffic.event;

import org.jspecify.annotations.NullMarked;
