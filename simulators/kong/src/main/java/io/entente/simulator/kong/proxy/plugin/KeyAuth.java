package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.Outgoing;
import io.entente.simulator.kong.proxy.exchange.QueryString;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.List;
import java.util.Optional;

/** {@code key-auth}: for each name header, query, body; the first that is there decides. */
final class KeyAuth extends Authentication {

  @Override
  public String name() {
    return "key-auth";
  }

  @Override
  public int priority() {
    return 1250;
  }

  @Override
  String identifier(JsonNode credential) {
    return Json.id(credential);
  }

  @Override
  Optional<Answer> authenticate(Exchange exchange, JsonNode config) {
    Outgoing request = exchange.outgoing();
    QueryString query = QueryString.parse(request.query());
    Optional<RequestBody> body =
        Json.flag(config, "key_in_body", false) ? RequestBody.of(request) : Optional.empty();
    String key = "";
    for (String name : Json.texts(config, "key_names")) {
      List<String> found = find(config, name, request.headers(), query, body);
      if (found.size() > 1) {
        return refuse(exchange, config, "Duplicate API key found");
      }
      if (found.size() == 1 && !QueryString.isBare(found.get(0))) {
        key = found.get(0);
        if (Json.flag(config, "hide_credentials", false)) {
          hide(request, name, query, body);
        }
        break;
      }
    }
    if (key.isEmpty()) {
      return refuse(exchange, config, "No API key found in request");
    }
    Optional<JsonNode> credential = exchange.snapshot().credential("key-auths", "key", key);
    if (credential.isEmpty()) {
      return refuse(exchange, config, "Unauthorized");
    }
    identify(exchange, owner(exchange, credential.get()), credential);
    return Optional.empty();
  }

  private static List<String> find(
      JsonNode config,
      String name,
      Headers headers,
      QueryString query,
      Optional<RequestBody> body) {
    if (Json.flag(config, "key_in_header", true) && headers.has(name)) {
      return headers.all(name);
    }
    if (Json.flag(config, "key_in_query", true) && query.has(name)) {
      return query.all(name);
    }
    return body.map(found -> found.values(name)).orElse(List.of());
  }

  private static void hide(
      Outgoing request, String name, QueryString query, Optional<RequestBody> body) {
    query.remove(name);
    request.query(query);
    request.headers().remove(name);
    body.ifPresent(
        found -> {
          found.remove(name);
          request.body(found.bytes());
        });
  }

  private static Optional<Answer> refuse(Exchange exchange, JsonNode config, String message) {
    String challenge =
        Json.text(config, "realm").map(realm -> "Key realm=\"" + realm + "\"").orElse("Key");
    return Optional.of(exchange.error(401, message, Headers.of("WWW-Authenticate", challenge)));
  }
}
