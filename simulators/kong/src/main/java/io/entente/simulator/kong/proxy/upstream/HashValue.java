package io.entente.simulator.kong.proxy.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.Cookies;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.Identity;
import io.entente.simulator.kong.proxy.exchange.QueryString;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What of a request consistent hashing looks at. */
final class HashValue {

  /** Note with the Set-Cookie line of a cookie the balancer made up. */
  static final String COOKIE_NOTE = "balancer-cookie";

  private HashValue() {}

  /** Without input and fallback it is the empty text, so that all such requests go one way. */
  static String of(Exchange exchange, JsonNode upstream) {
    return input(exchange, upstream, "hash_on")
        .or(() -> input(exchange, upstream, "hash_fallback"))
        .or(() -> cookie(exchange, upstream))
        .orElse("");
  }

  private static Optional<String> input(Exchange exchange, JsonNode upstream, String field) {
    return switch (Json.text(upstream, field, "none")) {
      case "consumer" ->
          exchange
              .identity()
              .map(i -> Json.id(i.consumer()))
              .or(() -> exchange.identity().flatMap(Identity::credential).map(Json::id));
      case "ip" -> Optional.of(exchange.client().ip());
      case "header" -> header(exchange, Json.text(upstream, field + "_header", ""));
      case "cookie" ->
          Cookies.value(exchange.outgoing().headers(), Json.text(upstream, "hash_on_cookie", ""));
      case "path" -> Optional.of(exchange.normalPath());
      case "query_arg" ->
          joined(
              QueryString.parse(exchange.outgoing().query())
                  .all(Json.text(upstream, field + "_query_arg", "")));
      case "uri_capture" ->
          exchange
              .match()
              .map(m -> m.captures().get(Json.text(upstream, field + "_uri_capture", "")));
      default -> Optional.empty();
    };
  }

  // Seen on 3.9.1: whatever the value of X-User, one target got all; names with a dash are not
  // found.
  private static Optional<String> header(Exchange exchange, String name) {
    return name.isEmpty() || name.contains("-")
        ? Optional.empty()
        : joined(exchange.outgoing().headers().all(name));
  }

  private static Optional<String> joined(List<String> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(",", values.stream().sorted().toList()));
  }

  // A missing cookie is made up, and sent to the client with the answer.
  private static Optional<String> cookie(Exchange exchange, JsonNode upstream) {
    boolean wanted =
        Json.text(upstream, "hash_on", "none").equals("cookie")
            || Json.text(upstream, "hash_fallback", "none").equals("cookie");
    if (!wanted) {
      return Optional.empty();
    }
    String value = UUID.randomUUID().toString();
    exchange.note(
        COOKIE_NOTE,
        "%s=%s; Path=%s; Same-Site=Lax; HttpOnly"
            .formatted(
                Json.text(upstream, "hash_on_cookie", ""),
                value,
                Json.text(upstream, "hash_on_cookie_path", "/")));
    return Optional.of(value);
  }
}
