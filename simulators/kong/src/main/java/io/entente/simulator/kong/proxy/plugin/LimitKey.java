package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.Identity;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import java.util.Optional;

/** Whom a request counts for; without that, the address of the client. No namespaces. */
final class LimitKey {

  private LimitKey() {}

  static String of(Exchange exchange, JsonNode config) {
    Optional<String> credential = exchange.identity().flatMap(Identity::credential).map(Json::id);
    Optional<String> found =
        switch (Json.text(config, "limit_by", "consumer")) {
          case "consumer" ->
              Optional.of(exchange.consumerId()).filter(id -> !id.isEmpty()).or(() -> credential);
          case "credential" -> credential;
          case "service" -> Optional.of(exchange.serviceId()).filter(id -> !id.isEmpty());
          case "header" ->
              exchange.outgoing().headers().first(Json.text(config, "header_name", " "));
          case "path" ->
              Optional.of(exchange.normalPath())
                  .filter(path -> path.equals(Json.text(config, "path", "")));
          case "ip" -> Optional.empty();
          default -> throw new NotEnforced("limit_by " + Json.text(config, "limit_by", ""));
        };
    return found.orElse(exchange.client().ip());
  }
}
