package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.Optional;

/** {@code request-size-limiting}: by Content-Length, else by the body itself. */
final class RequestSizeLimiting implements Plugin {

  @Override
  public String name() {
    return "request-size-limiting";
  }

  @Override
  public int priority() {
    return 951;
  }

  @Override
  public Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    JsonNode config = instance.config();
    Headers headers = exchange.head().headers();
    boolean declared = headers.has("content-length");
    int size = exchange.body().length;
    if (!declared && size == 0 && Json.flag(config, "require_content_length", false)) {
      return Optional.of(exchange.error(411, "A valid Content-Length header is required"));
    }
    if (size <= Json.whole(config, "allowed_payload_size", 128) * unit(config)) {
      return Optional.empty();
    }
    boolean expects = headers.first("expect").orElse("").strip().equalsIgnoreCase("100-continue");
    return Optional.of(exchange.error(expects ? 417 : 413, "Request size limit exceeded"));
  }

  private static long unit(JsonNode config) {
    return switch (Json.text(config, "size_unit", "megabytes")) {
      case "bytes" -> 1;
      case "kilobytes" -> 1024;
      default -> 1024 * 1024;
    };
  }
}
