package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.exchange.Exchange;
import java.util.Optional;

/** Sets the variables both rate limits have in common. */
record Limits(Exchange exchange, String prefix) {

  private static final String UNIDENTIFIED = "_default";

  void set(String property, Object value) {
    exchange.set(prefix + property, value);
  }

  /** One counter for all when there is no identifier or it is not set. */
  static String identifier(Exchange exchange, Optional<String> ref) {
    return ref.flatMap(exchange::text).orElse(UNIDENTIFIED);
  }

  static String environment(Exchange exchange) {
    return exchange.text("organization.name").orElse("")
        + "/"
        + exchange.text("environment.name").orElse("");
  }
}
