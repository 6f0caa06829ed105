package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.NotEnforced;
import io.entente.simulator.kong.proxy.exchange.QueryString;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.Map;
import java.util.Optional;

/** {@code request-termination}: a fixed answer, always or when a header or argument is there. */
final class RequestTermination implements Plugin {

  private static final Map<Integer, String> MESSAGES =
      Map.of(
          401, "Unauthorized",
          404, "Not found",
          405, "Method not allowed",
          500, "An unexpected error occurred",
          502, "Bad Gateway",
          503, "Service unavailable");

  @Override
  public String name() {
    return "request-termination";
  }

  @Override
  public int priority() {
    return 2;
  }

  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    JsonNode config = instance.config();
    Optional<String> trigger = Json.text(config, "trigger");
    if (trigger.isPresent() && !triggered(exchange, trigger.get())) {
      return Optional.empty();
    }
    if (Json.flag(config, "echo", false)) {
      throw new NotEnforced("echo of request-termination");
    }
    int status = Json.whole(config, "status_code", 503);
    Optional<String> body = Json.text(config, "body");
    if (body.isPresent()) {
      var headers = new Headers();
      Json.text(config, "content_type").ifPresent(type -> headers.add("Content-Type", type));
      return Optional.of(new Answer(status, headers, Optional.of(Wire.bytes(body.get()))));
    }
    return Optional.of(
        Json.text(config, "message")
            .map(Wire::text)
            .or(() -> Optional.ofNullable(MESSAGES.get(status)))
            .map(message -> Answer.message(status, message, new Headers()))
            .orElseGet(() -> Answer.bare(status)));
  }

  private static boolean triggered(Exchange exchange, String trigger) {
    return exchange.outgoing().headers().has(trigger)
        || QueryString.parse(exchange.outgoing().query()).has(trigger);
  }
}
