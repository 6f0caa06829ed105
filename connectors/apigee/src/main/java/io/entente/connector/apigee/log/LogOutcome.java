package io.entente.connector.apigee.log;

import io.entente.model.event.Recording;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import java.util.Optional;

/** What one line came to. */
public sealed interface LogOutcome {

  /**
   * It became an event.
   *
   * @param recording what is to be kept of it
   */
  record Taken(TrafficEvent event, Recording recording) implements LogOutcome {}

  /**
   * It can never become an event.
   *
   * @param gateway whose line it is, where its token was read and is known
   */
  record Refused(Optional<GatewayId> gateway, Refusal reason) implements LogOutcome {}
}
