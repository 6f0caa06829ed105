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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the data member. Attributes it does not know are left alone: a newer hub may add some. */
final class TrafficDataReader {

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Long> numbers = new HashMap<>();
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
        texts.put(name, json.getText());
      } else if (token == JsonToken.VALUE_NUMBER_INT) {
        numbers.put(name, json.getLongValue());
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

  private TrafficEvent event(String id, Instant time) {
    return new TrafficEvent(
        id,
        new Tenant(required(Attributes.TENANT)),
        new GatewayId(required(Attributes.GATEWAY)),
        required(Attributes.NODE),
        time,
        InstantText.parse(required(Attributes.OBSERVED_TIME)),
        required(Attributes.METHOD),
        required(Attributes.PATH),
        text(Attributes.SERVER_ADDRESS)
            .map(a -> new Authority(a, number(Attributes.SERVER_PORT).map(Long::intValue)).text()),
        number(Attributes.STATUS).map(Math::toIntExact).orElse(0),
        number(Attributes.DURATION)
            .map(Duration::ofNanos)
            .orElseThrow(() -> missing(Attributes.DURATION)),
        number(Attributes.UPSTREAM_DURATION).map(Duration::ofNanos),
        number(Attributes.REQUEST_BYTES),
        number(Attributes.RESPONSE_BYTES),
        text(Attributes.API).map(ApiName::new),
        text(Attributes.ROUTE).map(RouteName::new),
        text(Attributes.CONSUMER),
        text(Attributes.CLIENT_ADDRESS),
        text(Attributes.DECISION),
        text(Attributes.TRACE),
        text(Attributes.PROVENANCE),
        notObservable);
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  private Optional<Long> number(String name) {
    return Optional.ofNullable(numbers.get(name));
  }

  private String required(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException("attribute " + name + " is missing");
  }
}
