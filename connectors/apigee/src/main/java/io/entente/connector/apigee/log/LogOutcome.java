package io.entente.connector.apigee.log;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import java.util.Optional;

/** What one line came to. */
public sealed interface LogOutcome {

  record Taken(TrafficEvent event) implements LogOutcome {}

  /**
   * It can never become an event.
   *
   * @param gateway whose line it is, where its token was read and is known
   */
  record Refused(Optional<GatewayId> gateway, Refusal reason) implements LogOutcome {}
}
