package io.entente.hub.ingest;

import io.entente.connector.kong.log.RouteAttribution;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;

/**
 * A form in which logs are delivered over HTTP. Safe for many threads.
 *
 * @param <B> what a body of it comes to
 */
interface DeliveryForm<B extends IngestBatch> {

  /** Media types of it. */
  Set<String> types();

  /** The gateway of a token that the hub did not compute, by asking; blocks. */
  default Optional<GatewayId> asked(Delivery delivery) {
    return Optional.empty();
  }

  /** Whether there is anybody to ask. */
  default boolean asks() {
    return false;
  }

  /**
   * What the body holds.
   *
   * @param body as sent
   * @throws ProblemException when it is no such body
   */
  B read(Delivery delivery, InputStream body, GatewayId gateway, RouteAttribution routes);

  /** What is answered once all of it is durable. */
  Answer answer(Delivery delivery, B batch);

  /** Media type and body of an answer. */
  record Answer(String type, byte[] body) {}
}
