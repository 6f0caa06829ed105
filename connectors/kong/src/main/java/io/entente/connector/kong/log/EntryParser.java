package io.entente.connector.kong.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads one entry. Lenient about types: Kong writes an empty table as an object where a list would
 * be, a repeated header as a list, and {@code upstream_status} as text or number.
 */
final class EntryParser {

  /** Takes one member of an object; the parser stands on its value. */
  @FunctionalInterface
  private interface Member {
    void take(String name) throws IOException;
  }

  private final JsonParser json;
  private final LogEntry entry = new LogEntry();

  private EntryParser(JsonParser json) {
    this.json = json;
  }

  /** Reads the object at whose start {@code json} stands, to its end. */
  static LogEntry read(JsonParser json) throws IOException {
    var parser = new EntryParser(json);
    parser.members(parser::root);
    return parser.entry;
  }

  private void root(String name) throws IOException {
    entry.empty = false;
    switch (name) {
      case "request" -> members(this::request);
      case "response" -> members(this::response);
      case "latencies" -> members(this::latencies);
      case "route" -> members(this::route);
      case "consumer" -> members(this::consumer);
      case "authenticated_entity" -> members(this::authenticated);
      case "client_ip" -> entry.client = text();
      case "source" -> entry.source = text();
      case "started_at" -> entry.startedAt = number();
      case "upstream_status" -> entry.upstreamStatus = text();
      case "node_id" -> entry.node = text();
      case "session" -> {
        entry.stream = true;
        json.skipChildren();
      }
      default -> json.skipChildren();
    }
  }

  private void request(String name) throws IOException {
    switch (name) {
      case "id" -> entry.requestId = text();
      case "method" -> entry.method = text();
      case "uri" -> entry.uri = text();
      case "url" -> entry.url = text();
      case "headers" ->
          members(
              header -> {
                if (header.equals("traceparent")) {
                  entry.traceparent = text();
                } else {
                  json.skipChildren();
                }
              });
      default -> json.skipChildren();
    }
  }

  private void response(String name) throws IOException {
    switch (name) {
      case "status" -> entry.status = number();
      case "headers" ->
          members(
              header -> {
                if (header.equals("x-kong-request-id")) {
                  entry.answeredRequestId = text();
                } else {
                  json.skipChildren();
                }
              });
      default -> json.skipChildren();
    }
  }

  private void latencies(String name) throws IOException {
    switch (name) {
      case "request" -> entry.requestMillis = number();
      case "proxy" -> entry.proxyMillis = number();
      default -> json.skipChildren();
    }
  }

  private void route(String name) throws IOException {
    switch (name) {
      case "id" -> entry.routeId = text();
      case "name" -> entry.routeName = text();
      default -> json.skipChildren();
    }
  }

  private void consumer(String name) throws IOException {
    switch (name) {
      case "username" -> entry.username = text();
      case "custom_id" -> entry.customId = text();
      case "id" -> entry.consumerId = text();
      default -> json.skipChildren();
    }
  }

  private void authenticated(String name) throws IOException {
    if (name.equals("consumer_id") && entry.consumerId.isEmpty()) {
      entry.consumerId = text();
    } else {
      json.skipChildren();
    }
  }

  private void members(Member member) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      member.take(name);
    }
  }

  /** The text or number as text; of a list the first; else nothing. */
  private Optional<String> text() throws IOException {
    if (json.currentToken() == JsonToken.START_ARRAY) {
      Optional<String> first = Optional.empty();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        Optional<String> item = scalar();
        first = first.isPresent() ? first : item;
        json.skipChildren();
      }
      return first;
    }
    Optional<String> found = scalar();
    json.skipChildren();
    return found;
  }

  private Optional<String> scalar() throws IOException {
    return json.currentToken() == JsonToken.VALUE_STRING || json.currentToken().isNumeric()
        ? Optional.of(json.getText())
        : Optional.empty();
  }

  private OptionalDouble number() throws IOException {
    if (json.currentToken().isNumeric()) {
      return OptionalDouble.of(json.getDoubleValue());
    }
    json.skipChildren();
    return OptionalDouble.empty();
  }
}
