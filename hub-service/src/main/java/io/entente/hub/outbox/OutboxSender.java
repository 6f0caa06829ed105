package io.entente.hub.outbox;

import java.util.List;

/** Hands events to the message broker. */
interface OutboxSender {
  /**
   * Sends in order and waits for the brokers.
   *
   * @return how many events, counted from the first, are durable; what follows was not taken
   */
  int send(List<KeptEvent> events);
}
