package io.entente.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Where a request has its GraphQL document. */
final class GraphqlRequest {

  private static final String QUERY = "query";

  private GraphqlRequest() {}

  /** Whether there is nothing to read: what asks for methods asks for no operation. */
  static boolean asksNothing(Exchange exchange) {
    return exchange.method().equals("OPTIONS");
  }

  /** The document; empty where there is none, or it is not clear which it is. */
  static Optional<String> document(Exchange exchange) {
    List<String> asked = new QueryText(exchange.query()).values(QUERY);
    if (Set.of("GET", "HEAD").contains(exchange.method())) {
      return asked.size() == 1 && exchange.requestBytes() == 0
          ? Optional.of(asked.get(0))
          : Optional.empty();
    }
    return asked.isEmpty()
        ? exchange
            .requestBody()
            .flatMap(Payload::text)
            .flatMap(text -> document(text, exchange.requestHeaders().get("content-type")))
        : Optional.empty();
  }

  private static Optional<String> document(String body, List<String> types) {
    if (types.size() != 1 || types.get(0).contains(",")) {
      return Optional.empty();
    }
    String[] parts = types.get(0).toLowerCase(Locale.ROOT).split(";", -1);
    for (int i = 1; i < parts.length; i++) {
      if (parts[i].strip().startsWith("charset=") && !parts[i].strip().equals("charset=utf-8")) {
        return Optional.empty();
      }
    }
    return switch (parts[0].strip()) {
      case "application/json" -> GraphqlJson.query(body);
      case "application/graphql" -> Optional.of(body);
      default -> Optional.empty();
    };
  }
}
