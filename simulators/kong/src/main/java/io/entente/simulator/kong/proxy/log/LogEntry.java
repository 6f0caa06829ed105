package io.entente.simulator.kong.proxy.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.exchange.Clock;
import io.entente.simulator.kong.proxy.exchange.Exchange;
import io.entente.simulator.kong.proxy.exchange.Hosts;
import io.entente.simulator.kong.proxy.exchange.QueryString;
import io.entente.simulator.kong.proxy.exchange.ResponseDraft;
import io.entente.simulator.kong.proxy.exchange.Try;
import io.entente.simulator.kong.proxy.wire.Headers;
import io.entente.simulator.kong.proxy.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the gateway tells about one exchange. */
public final class LogEntry {

  private static final Set<String> REDACTED = Set.of("authorization", "proxy-authorization");
  private static final int ABANDONED = 499;

  // The admin API does not show it, log entries do.
  private static final String WORKSPACE =
      UUID.nameUUIDFromBytes("default".getBytes(StandardCharsets.UTF_8)).toString();

  private LogEntry() {}

  public static ObjectNode of(Exchange exchange) {
    ObjectNode entry = Json.MAPPER.createObjectNode();
    entry.set("latencies", latencies(exchange.clock()));
    entry.set("request", request(exchange));
    entry.set("response", response(exchange));
    entry.put("client_ip", exchange.client().ip());
    entry.put("started_at", exchange.clock().startedAtMillis());
    entry.put("workspace_name", "default");
    entry.put("workspace", WORKSPACE);
    boolean upstream =
        exchange.response().map(r -> r.source() == ResponseDraft.Source.UPSTREAM).orElse(false)
            || status(exchange) == ABANDONED;
    entry.put("source", upstream ? "upstream" : "kong");
    boolean proxied = !exchange.tries().isEmpty();
    entry.put("upstream_status", upstreamStatus(exchange));
    entry.put(
        "upstream_uri",
        Wire.text(proxied ? exchange.outgoing().target() : exchange.outgoing().path()));
    exchange
        .match()
        .ifPresent(
            match -> {
              entry.set("route", owned(match.route()));
              match.service().ifPresent(s -> entry.set("service", owned(s)));
              entry.set("tries", tries(exchange.tries()));
            });
    exchange
        .identity()
        .ifPresent(
            identity -> {
              entry.set("consumer", Json.withoutNulls(identity.consumer()));
              identity
                  .credential()
                  .ifPresent(c -> entry.putObject("authenticated_entity").put("id", Json.id(c)));
            });
    exchange
        .note("correlation_id", String.class)
        .filter(id -> exchange.match().isPresent())
        .ifPresent(id -> entry.put("correlation_id", Wire.text(id)));
    return entry;
  }

  private static ObjectNode owned(JsonNode entity) {
    return Json.withoutNulls(entity).put("ws_id", WORKSPACE);
  }

  private static int status(Exchange exchange) {
    return exchange.response().map(ResponseDraft::status).orElse(0);
  }

  private static String upstreamStatus(Exchange exchange) {
    return exchange.tries().stream()
        .map(t -> t.status().isPresent() ? String.valueOf(t.status().getAsInt()) : "-")
        .collect(Collectors.joining(", "));
  }

  private static ObjectNode latencies(Clock clock) {
    return Json.MAPPER
        .createObjectNode()
        .put("request", clock.request())
        .put("kong", clock.kong())
        .put("proxy", clock.upstream())
        .put("receive", clock.receive());
  }

  private static ObjectNode request(Exchange exchange) {
    ObjectNode request = Json.MAPPER.createObjectNode();
    String uri = Wire.text(exchange.head().target());
    request.put("id", exchange.connection().requestId());
    request.put("method", exchange.outgoing().method());
    request.put("uri", uri);
    request.put(
        "url",
        "http://"
            + Hosts.name(exchange.head().headers())
            + ":"
            + exchange.connection().listeningPort()
            + uri);
    request.put("size", exchange.head().size() + exchange.body().length);
    request.set("headers", headers(exchange.outgoing().headers()));
    ObjectNode query = request.putObject("querystring");
    QueryString.parse(exchange.outgoing().query())
        .arguments()
        .forEach((name, values) -> put(query, Wire.text(name), values));
    return request;
  }

  private static ObjectNode response(Exchange exchange) {
    ObjectNode response = Json.MAPPER.createObjectNode();
    response.put("status", status(exchange));
    response.put("size", exchange.sentBytes());
    Headers headers = exchange.response().map(ResponseDraft::headers).orElseGet(Headers::new);
    String connection = status(exchange) == ABANDONED ? "keep-alive" : "close";
    response.set("headers", headers(headers).put("connection", connection));
    return response;
  }

  private static ObjectNode headers(Headers headers) {
    ObjectNode object = Json.MAPPER.createObjectNode();
    for (String name : headers.names()) {
      put(object, name, REDACTED.contains(name) ? List.of("REDACTED") : headers.all(name));
    }
    return object;
  }

  private static void put(ObjectNode object, String name, List<String> values) {
    if (values.size() > 1) {
      ArrayNode list = object.putArray(name);
      values.forEach(value -> list.add(Wire.text(value)));
    } else if (QueryString.isBare(values.get(0))) {
      object.put(name, true);
    } else {
      object.put(name, Wire.text(values.get(0)));
    }
  }

  private static ArrayNode tries(List<Try> tries) {
    ArrayNode list = Json.MAPPER.createArrayNode();
    for (Try attempt : tries) {
      ObjectNode node =
          list.addObject()
              .put("ip", attempt.ip())
              .put("port", attempt.port())
              .put("balancer_start", attempt.startedAtMillis())
              .put("balancer_start_ns", attempt.startedAtMillis() * 1_000_000)
              .put("balancer_latency", 0)
              .put("balancer_latency_ns", 0);
      if (attempt.failed()) {
        node.put("state", "failed");
        attempt.status().ifPresent(code -> node.put("code", code));
      }
    }
    return list;
  }
}
