package io.entente.hub.traffic.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the data member. Attributes it does not know are left alone: a newer hub may add some. */
final class TrafficDataReader {

  private Optional<String> tenant = Optional.empty();
  private Optional<String> gateway = Optional.empty();
  private Optional<String> node = Optional.empty();
  private Optional<String> observedTime = Optional.empty();
  private Optional<String> method = Optional.empty();
  private Optional<String> path = Optional.empty();
  private Optional<String> address = Optional.empty();
  private Optional<String> api = Optional.empty();
  private Optional<String> route = Optional.empty();
  private Optional<String> consumer = Optional.empty();
  private Optional<String> client = Optional.empty();
  private Optional<String> decision = Optional.empty();
  private Optional<String> trace = Optional.empty();
  private Optional<String> provenance = Optional.empty();
  private Optional<Long> port = Optional.empty();
  private Optional<Long> status = Optional.empty();
  private Optional<Long> duration = Optional.empty();
  private Optional<Long> upstreamDuration = Optional.empty();
  private Optional<Long> requestBytes = Optional.empty();
  private Optional<Long> responseBytes = Optional.empty();
  private final SortedSet<String> notObservable = new TreeSet<>();

  private TrafficDataReader() {}

  /** Throws {@link IllegalArgumentException} or {@link IOException} saying what is wrong. */
  static TrafficEvent read(JsonParser json, String id, Instant time) throws IOException {
    var reader = new TrafficDataReader();
    reader.collect(json);
    return reader.event(id, time);
  }

  private void collect(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("data is not a JSON object");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var name = json.currentName();
      var token = json.nextToken();
      if (token == JsonToken.VALUE_STRING) {
        text(name, json);
      } else if (token == JsonToken.VALUE_NUMBER_INT) {
        number(name, json);
      } else if (token == JsonToken.START_ARRAY && name.equals(Attributes.NOT_OBSERVABLE)) {
        while (json.nextToken() == JsonToken.VALUE_STRING) {
          notObservable.add(json.getText());
        }
      } else {
        json.skipChildren();
      }
    }
    if (json.currentToken() != JsonToken.END_OBJECT) {
      throw new IllegalArgumentException("data ends before its object does");
    }
  }

  private void text(String name, JsonParser json) throws IOException {
    switch (name) {
      case Attributes.TENANT -> tenant = Optional.of(json.getText());
      case Attributes.GATEWAY -> gateway = Optional.of(json.getText());
      case Attributes.NODE -> node = Optional.of(json.getText());
      case Attributes.OBSERVED_TIME -> observedTime = Optional.of(json.getText());
      case Attributes.METHOD -> method = Optional.of(json.getText());
      case Attributes.PATH -> path = Optional.of(json.getText());
      case Attributes.SERVER_ADDRESS -> address = Optional.of(json.getText());
      case Attributes.API -> api = Optional.of(json.getText());
      case Attributes.ROUTE -> route = Optional.of(json.getText());
      case Attributes.CONSUMER -> consumer = Optional.of(json.getText());
      case Attributes.CLIENT_ADDRESS -> client = Optional.of(json.getText());
      case Attributes.DECISION -> decision = Optional.of(json.getText());
      case Attributes.TRACE -> trace = Optional.of(json.getText());
      case Attributes.PROVENANCE -> provenance = Optional.of(json.getText());
      default -> {
        // a newer hub's
      }
    }
  }

  private void number(String name, JsonParser json) throws IOException {
    switch (name) {
      case Attributes.SERVER_PORT -> port = Optional.of(json.getLongValue());
      case Attributes.STATUS -> status = Optional.of(json.getLongValue());
      case Attributes.DURATION -> duration = Optional.of(json.getLongValue());
      case Attributes.UPSTREAM_DURATION -> upstreamDuration = Optional.of(json.getLongValue());
      case Attributes.REQUEST_BYTES -> requestBytes = Optional.of(json.getLongValue());
      case Attributes.RESPONSE_BYTES -> responseBytes = Optional.of(json.getLongValue());
      default -> {
        // a newer hub's
      }
    }
  }

  private TrafficEvent event(String id, Instant time) {
    return new TrafficEvent(
        id,
        new Tenant(required(tenant, Attributes.TENANT)),
        new GatewayId(required(gateway, Attributes.GATEWAY)),
        required(node, Attributes.NODE),
        time,
        InstantText.parse(required(observedTime, Attributes.OBSERVED_TIME)),
        required(method, Attributes.METHOD),
        required(path, Attributes.PATH),
        address.map(a -> new Authority(a, port.map(Math::toIntExact)).text()),
        status.map(Math::toIntExact).orElse(0),
        Duration.ofNanos(required(duration, Attributes.DURATION)),
        upstreamDuration.map(Duration::ofNanos),
        requestBytes,
        responseBytes,
        api.map(ApiName::new),
        route.map(RouteName::new),
        consumer,
        client,
        decision,
        trace,
        provenance,
        notObservable);
  }

  private static <T> T required(Optional<T> value, String name) {
    return value.orElseThrow(
        () -> new IllegalArgumentException("attribute " + name + " is missing"));
  }
}
