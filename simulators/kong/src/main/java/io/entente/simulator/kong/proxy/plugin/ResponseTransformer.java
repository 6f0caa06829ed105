package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code response-transformer}. The verbs look at the headers as they came, so a header that is
 * removed is not added again.
 */
final class ResponseTransformer implements Plugin {

  private static final List<String> VERBS = List.of("remove", "rename", "replace", "add", "append");

  @Override
  public String name() {
    return "response-transformer";
  }

  @Override
  public int priority() {
    return 800;
  }

  @Override
  public void answered(Exchange exchange, PluginInstance instance, ResponseDraft response) {
    JsonNode config = instance.config();
    Headers headers = response.headers();
    Headers before = headers.copy();
    verbs(config, "remove").forEach(verb -> headers.remove(verb.name()));
    for (NamedValue verb : verbs(config, "rename")) {
      List<String> values = before.all(verb.name());
      if (!values.isEmpty() && verb.value().isPresent()) {
        headers.setAll(verb.value().get(), values);
        headers.remove(verb.name());
      }
    }
    for (NamedValue verb : verbs(config, "replace")) {
      if (before.has(verb.name())) {
        verb.value().ifPresent(value -> headers.set(verb.name(), value));
      }
    }
    for (NamedValue verb : verbs(config, "add")) {
      if (!before.has(verb.name())) {
        verb.value().ifPresent(value -> headers.set(verb.name(), value));
      }
    }
    verbs(config, "append")
        .forEach(verb -> verb.value().ifPresent(value -> headers.add(verb.name(), value)));
  }

  @Override
  public void filterBody(Exchange exchange, PluginInstance instance, ResponseDraft response) {
    JsonNode config = instance.config();
    MediaType type = MediaType.of(response.headers().first("content-type").orElse(""));
    boolean asked =
        VERBS.stream().anyMatch(v -> !Json.texts(Json.object(config, v), "json").isEmpty());
    if (asked && type.type().equals("application") && type.subtype().equals("json")) {
      response.headers().remove("Content-Length");
      RequestBody.object(response.body())
          .ifPresent(
              object -> {
                ResponseJsonVerbs.apply(object, config);
                response.body(object.toString().getBytes(StandardCharsets.UTF_8));
              });
    }
  }

  private static List<NamedValue> verbs(JsonNode config, String verb) {
    return NamedValue.list(config, verb, "headers");
  }
}
