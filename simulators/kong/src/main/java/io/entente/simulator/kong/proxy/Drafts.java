package io.entente.simulator.kong.proxy;

import io.entente.simulator.kong.proxy.exchange.Answer;
import io.entente.simulator.kong.proxy.exchange.ErrorPage;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft.Source;
import io.entente.simulator.kong.proxy.upstream.Balancer;
import io.entente.simulator.kong.proxy.upstream.Outcome;
import io.entente.simulator.kong.proxy.wire.HeaderField;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** First versions of answers, before plugins see them, and what is added after. */
final class Drafts {

  private static final Set<String> CONNECTION_ONLY =
      Set.of("connection", "keep-alive", "transfer-encoding", "content-type", "content-length");
  private static final Set<String> WITH_CHARSET =
      Set.of(
          "text/html",
          "text/xml",
          "text/plain",
          "text/vnd.wap.wml",
          "application/javascript",
          "application/rss+xml");

  private Drafts() {}

  static ResponseDraft of(Exchange exchange, Answer answer) {
    String requestId = exchange.connection().requestId();
    Answer full = ErrorPage.fill(answer, exchange.head().headers(), requestId);
    byte[] body = full.body().orElse(new byte[0]);
    var headers = new Headers();
    headers.add("Date", now());
    full.headers().first("content-type").ifPresent(type -> headers.add("Content-Type", type));
    headers.add("Content-Length", String.valueOf(body.length));
    headers.addAll(exchange.early());
    for (String name : full.headers().names()) {
      if (!CONNECTION_ONLY.contains(name)) {
        headers.setAll(spelling(full.headers(), name), full.headers().all(name));
      }
    }
    if (full.status() == 204) {
      headers.remove("Content-Length");
    }
    return new ResponseDraft(full.status(), headers, body, Source.KONG);
  }

  static ResponseDraft of(Exchange exchange, Outcome.Reply reply) {
    var headers = new Headers();
    for (String name : new String[] {"Content-Type", "Content-Length"}) {
      reply.headers().first(name).ifPresent(value -> headers.add(name, value));
    }
    headers.addAll(exchange.early());
    for (HeaderField field : reply.headers()) {
      String name = field.name().toLowerCase(Locale.ROOT);
      if (!CONNECTION_ONLY.contains(name) && !name.startsWith("x-accel-")) {
        headers.add(field.name(), field.value());
      }
    }
    Balancer.cookie(exchange).ifPresent(cookie -> headers.add("Set-Cookie", cookie));
    if (reply.chunked()) {
      headers.remove("Content-Length");
    }
    return new ResponseDraft(reply.status(), headers, reply.body(), Source.UPSTREAM);
  }

  /** Headers the gateway adds after all plugins. */
  static void finish(Exchange exchange, ResponseDraft draft) {
    Headers headers = draft.headers();
    Optional<String> type = headers.first("content-type");
    boolean redirect = draft.source() == Source.KONG && draft.status() / 100 == 3;
    if (type.isPresent() && !redirect && WITH_CHARSET.contains(type.get())) {
      headers.set("Content-Type", type.get() + "; charset=UTF-8");
    }
    if (!headers.has("server")) {
      headers.add("Server", "kong/3.9.1");
    }
    if (exchange.clock().upstream() < 0) {
      headers.set("X-Kong-Response-Latency", String.valueOf(exchange.clock().kong()));
    } else {
      headers.set("X-Kong-Upstream-Latency", String.valueOf(exchange.clock().upstream()));
      headers.set("X-Kong-Proxy-Latency", String.valueOf(exchange.clock().kong()));
      headers.set("Via", "1.1 kong/3.9.1");
    }
    headers.set("X-Kong-Request-Id", exchange.connection().requestId());
  }

  private static String spelling(Headers headers, String lower) {
    for (HeaderField field : headers) {
      if (field.name().equalsIgnoreCase(lower)) {
        return field.name();
      }
    }
    return lower;
  }

  private static String now() {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
  }
}
