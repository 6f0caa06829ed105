package io.entente.simulator.kong.proxy.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.QueryString;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The key of proxy-cache: consumer, route, method, path, query and chosen headers. */
final class CacheKey {

  private CacheKey() {}

  static String of(Exchange exchange, JsonNode config) {
    String path = exchange.head().path();
    boolean ignoreCase = Json.flag(config, "ignore_uri_case", false);
    QueryString query = QueryString.parse(exchange.outgoing().query());
    List<String> parameters = Json.texts(config, "vary_query_params");
    var kept = new QueryString();
    for (String name : new TreeSet<>(query.arguments().keySet())) {
      if (parameters.isEmpty() || parameters.contains(name)) {
        kept.setAll(name, query.all(name));
      }
    }
    Headers headers = exchange.outgoing().headers();
    var varied = new StringBuilder();
    for (String name : new TreeSet<>(Json.texts(config, "vary_headers"))) {
      varied.append(name).append('=').append(headers.all(name)).append('|');
    }
    return sha256(
        String.join(
            "|",
            exchange.consumerId(),
            exchange.routeId(),
            exchange.outgoing().method(),
            ignoreCase ? path.toLowerCase(Locale.ROOT) : path,
            kept.encode(),
            varied));
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Wire.bytes(text));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no SHA-256", e);
    }
  }
}
