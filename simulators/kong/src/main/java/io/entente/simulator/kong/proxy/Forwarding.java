package io.entente.simulator.kong.proxy;

import io.entente.simulator.kong.proxy.exchange.ClientAddress;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.Hosts;
import io.entente.simulator.kong.proxy.exchange.Outgoing;
import io.entente.simulator.kong.proxy.route.PathNormaliser;
import io.entente.simulator.kong.proxy.route.RouteMatch;
import io.entente.simulator.kong.proxy.upstream.Address;
import io.entente.simulator.kong.proxy.wire.HeaderField;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes the request a service gets. */
final class Forwarding {

  private static final Set<String> OWN =
      Set.of(
          "host",
          "via",
          "connection",
          "keep-alive",
          "te",
          "transfer-encoding",
          "content-length",
          "expect",
          "upgrade",
          "proxy",
          "proxy-connection",
          "x-forwarded-for",
          "x-forwarded-proto",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-path",
          "x-forwarded-prefix",
          "x-real-ip",
          "x-kong-request-id");

  private Forwarding() {}

  /** Whether the client came over https, as far as a trusted proxy says. */
  static String scheme(Exchange exchange) {
    return trusted(exchange, "x-forwarded-proto").orElse("http");
  }

  static String host(Exchange exchange) {
    return trusted(exchange, "x-forwarded-host").orElse(Hosts.name(exchange.head().headers()));
  }

  static byte[] request(Exchange exchange, Address to) {
    Outgoing out = exchange.outgoing();
    var text = new StringBuilder();
    text.append(out.method()).append(' ').append(out.target()).append(" HTTP/1.1\r\n");
    headers(exchange, to)
        .forEach(
            field -> text.append(field.name()).append(": ").append(field.value()).append("\r\n"));
    text.append("\r\n").append(Wire.of(out.body()));
    return Wire.bytes(text.toString());
  }

  private static Headers headers(Exchange exchange, Address to) {
    Outgoing out = exchange.outgoing();
    ClientAddress client = exchange.client();
    Headers sent = exchange.head().headers();
    var headers = new Headers();
    headers.add("Via", "1.1 kong/3.9.1").add("Host", hostHeader(exchange, to));
    headers.add("Connection", "keep-alive");
    List<String> before = sent.all("x-forwarded-for");
    headers.add(
        "X-Forwarded-For",
        before.isEmpty() ? client.ip() : String.join(", ", before) + ", " + client.peer());
    headers.add("X-Forwarded-Proto", scheme(exchange)).add("X-Forwarded-Host", host(exchange));
    headers.add(
        "X-Forwarded-Port",
        trusted(exchange, "x-forwarded-port")
            .orElse(String.valueOf(exchange.connection().listeningPort())));
    headers.add(
        "X-Forwarded-Path", trusted(exchange, "x-forwarded-path").orElse(exchange.head().path()));
    trusted(exchange, "x-forwarded-prefix")
        .or(() -> exchange.match().flatMap(RouteMatch::prefix))
        .ifPresent(prefix -> headers.add("X-Forwarded-Prefix", prefix));
    headers.add("X-Real-IP", client.ip());
    headers.add("X-Kong-Request-Id", exchange.connection().requestId());
    if (sent.first("te").orElse("").contains("trailers")) {
      headers.add("TE", "trailers");
    }
    boolean body =
        out.body().length > 0
            || out.headers().has("content-length")
            || out.headers().has("transfer-encoding");
    if (body) {
      headers.add("Content-Length", String.valueOf(out.body().length));
    }
    Set<String> dropped = new HashSet<>(OWN);
    for (String name : sent.first("connection").orElse("").split(",", -1)) {
      dropped.add(name.strip().toLowerCase(Locale.ROOT));
    }
    for (HeaderField field : out.headers()) {
      if (!dropped.contains(field.name().toLowerCase(Locale.ROOT))) {
        headers.add(field.name(), field.value());
      }
    }
    return headers;
  }

  private static String hostHeader(Exchange exchange, Address to) {
    boolean preserve =
        exchange.match().map(m -> m.route().path("preserve_host").asBoolean()).orElse(false);
    return exchange
        .outgoing()
        .host()
        .orElseGet(
            () -> preserve ? exchange.head().headers().first("host").orElse(to.host()) : to.host());
  }

  private static Optional<String> trusted(Exchange exchange, String header) {
    return exchange.client().trusted() ? exchange.head().headers().first(header) : Optional.empty();
  }

  /** The path for the service before plugins change it. */
  static String path(RouteMatch match) {
    return PathNormaliser.escape(match.upstreamPath());
  }
}
