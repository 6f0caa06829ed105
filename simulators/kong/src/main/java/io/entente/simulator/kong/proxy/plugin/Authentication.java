package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.config.PluginInstance;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.Identity;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.Optional;

/** What all authentication plugins do: preflight, anonymous access, and the identity headers. */
abstract class Authentication implements Plugin {

  /** Identifies the caller, or says why not. */
  abstract Optional<Answer> authenticate(Exchange exchange, JsonNode config);

  /** What the upstream gets as the name of the credential. */
  abstract String identifier(JsonNode credential);

  @Override
  public final Optional<Answer> access(Exchange exchange, PluginInstance instance) {
    JsonNode config = instance.config();
    if (!Json.flag(config, "run_on_preflight", true)
        && exchange.outgoing().method().equals("OPTIONS")) {
      return Optional.empty();
    }
    Optional<String> anonymous = Json.text(config, "anonymous").filter(name -> !name.isEmpty());
    if (anonymous.isEmpty()) {
      return authenticate(exchange, config);
    }
    if (exchange.identity().flatMap(Identity::credential).isPresent()) {
      return Optional.empty();
    }
    if (authenticate(exchange, config).isPresent()) {
      JsonNode consumer =
          exchange
              .snapshot()
              .consumerNamed(anonymous.get())
              .orElseThrow(() -> new IllegalStateException("unknown anonymous consumer"));
      identify(exchange, consumer, Optional.empty());
    }
    return Optional.empty();
  }

  final void identify(Exchange exchange, JsonNode consumer, Optional<JsonNode> credential) {
    exchange.identity(new Identity(consumer, credential));
    Headers headers = exchange.outgoing().headers();
    put(headers, "X-Consumer-ID", Json.text(consumer, "id"));
    put(headers, "X-Consumer-Custom-ID", Json.text(consumer, "custom_id"));
    put(headers, "X-Consumer-Username", Json.text(consumer, "username"));
    put(headers, "X-Credential-Identifier", credential.map(this::identifier));
    Optional<String> flag = credential.isPresent() ? Optional.empty() : Optional.of("true");
    put(headers, "X-Anonymous-Consumer", flag);
  }

  /** The consumer a credential belongs to. */
  static JsonNode owner(Exchange exchange, JsonNode credential) {
    return exchange
        .snapshot()
        .consumer(Json.reference(credential, "consumer"))
        .orElseThrow(() -> new IllegalStateException("a credential without a consumer"));
  }

  private static void put(Headers headers, String name, Optional<String> value) {
    value.ifPresentOrElse(v -> headers.set(name, v), () -> headers.remove(name));
  }
}
