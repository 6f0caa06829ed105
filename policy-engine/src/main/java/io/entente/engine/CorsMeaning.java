package io.entente.engine;

import io.entente.policy.Cors;
import java.util.List;
import java.util.Optional;

/**
 * The gateway answers a browser's question (preflight) itself, and has the only word about other
 * origins on every answer.
 *
 * <ul>
 *   <li>A preflight is OPTIONS with Origin and Access-Control-Request-Method. It is answered 200,
 *       whatever its origin, with methods, headers and age; it does not reach the upstream and
 *       counts against no limit.
 *   <li>A foreign origin is never refused: it gets its answer without the one header that would let
 *       a page in. Vendors agree that nobody is refused; one that has a single origin may send it
 *       to everybody, which lets no page of another origin in either.
 *   <li>What the upstream itself says in Access-Control-Allow-Origin, -Allow-Credentials and
 *       -Expose-Headers is taken off. Vendors keep some of it.
 *   <li>With every origin allowed every answer says {@code *}; where origins are named, an answer
 *       names the caller's, and every answer varies by Origin.
 * </ul>
 */
final class CorsMeaning {

  private static final String ALLOW_ORIGIN = "access-control-allow-origin";
  private static final String ALLOW_CREDENTIALS = "access-control-allow-credentials";
  private static final String EXPOSE_HEADERS = "access-control-expose-headers";

  private CorsMeaning() {}

  /** The headers of the answer to a preflight; empty when the request is none. */
  static Optional<Headers> preflight(Cors cors, Exchange exchange) {
    if (!isPreflight(exchange)) {
      return Optional.empty();
    }
    Headers answer =
        Headers.none()
            .set("access-control-allow-methods", String.join(",", cors.allowMethods()))
            .set("access-control-max-age", Long.toString(cors.maxAge().toSeconds()));
    if (!cors.allowHeaders().isEmpty()) {
      answer = answer.set("access-control-allow-headers", String.join(",", cors.allowHeaders()));
    }
    return Optional.of(respond(cors, exchange, answer));
  }

  /** Whether the request is a browser's question. */
  static boolean isPreflight(Exchange exchange) {
    return exchange.method().equals("OPTIONS")
        && origin(exchange).isPresent()
        && value(exchange, "access-control-request-method").isPresent();
  }

  /** The headers of any answer, with the last word about other origins. */
  static Headers respond(Cors cors, Exchange exchange, Headers answer) {
    Headers ours = answer.remove(ALLOW_ORIGIN).remove(ALLOW_CREDENTIALS).remove(EXPOSE_HEADERS);
    if (cors.allowsAnyOrigin()) {
      return letIn(cors, Cors.ANY_ORIGIN, ours);
    }
    Headers varying = varyingByOrigin(ours);
    return origin(exchange)
        .filter(cors::allows)
        .map(origin -> letIn(cors, origin, varying))
        .orElse(varying);
  }

  private static Headers letIn(Cors cors, String origin, Headers answer) {
    Headers ours = answer.set(ALLOW_ORIGIN, origin);
    if (cors.allowCredentials()) {
      ours = ours.set(ALLOW_CREDENTIALS, "true");
    }
    return cors.exposeHeaders().isEmpty()
        ? ours
        : ours.set(EXPOSE_HEADERS, String.join(",", cors.exposeHeaders()));
  }

  /** Whether a page of the request's origin is let in. */
  static boolean allowed(Cors cors, Exchange exchange) {
    return origin(exchange).filter(cors::allows).isPresent();
  }

  private static Headers varyingByOrigin(Headers headers) {
    boolean varies =
        headers.get("vary").stream()
            .flatMap(value -> List.of(value.split(",")).stream())
            .anyMatch(name -> name.strip().equalsIgnoreCase("origin"));
    return varies ? headers : headers.append("vary", "Origin");
  }

  private static Optional<String> origin(Exchange exchange) {
    return value(exchange, "origin");
  }

  /** Several values are one that no origin equals. */
  private static Optional<String> value(Exchange exchange, String header) {
    return Optional.of(String.join(",", exchange.requestHeaders().get(header)))
        .filter(text -> !text.isBlank());
  }
}
