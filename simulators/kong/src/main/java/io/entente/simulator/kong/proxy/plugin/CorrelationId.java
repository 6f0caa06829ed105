package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Connection;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** {@code correlation-id}: an inbound value is kept, a missing or empty one generated. */
final class CorrelationId implements Plugin {

  /** Note under which the value goes into log entries. */
  static final String NOTE = "correlation_id";

  private final String node = UUID.randomUUID().toString();
  private final AtomicLong counter = new AtomicLong();

  @Override
  public String name() {
    return "correlation-id";
  }

  @Override
  public int priority() {
    return 100001;
  }

  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    String header = header(instance.config());
    String id = inbound(exchange, header).orElseGet(() -> generate(exchange, instance.config()));
    if (!exchange.outgoing().headers().first(header).orElse("").equals(id)) {
      exchange.outgoing().headers().set(header, id);
    }
    exchange.note(NOTE, id);
    return Optional.empty();
  }

  @Override
  public void answered(Exchange exchange, PluginInstance instance, ResponseDraft response) {
    JsonNode config = instance.config();
    if (Json.flag(config, "echo_downstream", false)) {
      String header = header(config);
      String id =
          exchange
              .note(NOTE, String.class)
              .or(() -> inbound(exchange, header))
              .orElseGet(() -> generate(exchange, config));
      response.headers().set(header, id);
    }
  }

  private static String header(JsonNode config) {
    return Json.text(config, "header_name", "Kong-Request-ID");
  }

  private static Optional<String> inbound(Exchange exchange, String header) {
    return exchange.outgoing().headers().first(header).filter(value -> !value.isEmpty());
  }

  private String generate(Exchange exchange, JsonNode config) {
    return switch (Json.text(config, "generator", "uuid#counter")) {
      case "uuid" -> UUID.randomUUID().toString();
      case "tracker" -> tracker(exchange);
      default -> node + "#" + counter.incrementAndGet();
    };
  }

  private static String tracker(Exchange exchange) {
    Connection at = exchange.connection();
    return String.format(
        Locale.ROOT,
        "%s-%d-%d-%d-%d-%.3f",
        at.serverIp(),
        at.listeningPort(),
        ProcessHandle.current().pid() + at.worker(),
        at.number(),
        at.requests(),
        exchange.clock().startedAtMillis() / 1000.0);
  }
}
