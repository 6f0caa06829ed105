package io.entente.hub.traffic.event;

import com.fasterxml.jackson.core.JsonGenerator;
import io.entente.model.event.TrafficEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Writes the data member: attributes by name; what was not observed is left out. */
final class TrafficData {

  private TrafficData() {}

  static void write(JsonGenerator json, TrafficEvent event) throws IOException {
    json.writeStartObject();
    json.writeStringField(Attributes.TENANT, event.tenant().value());
    json.writeStringField(Attributes.GATEWAY, event.gateway().value());
    text(json, Attributes.NODE, Optional.of(event.node()));
    json.writeStringField(Attributes.OBSERVED_TIME, InstantText.of(event.observedTime()));
    text(json, Attributes.METHOD, Optional.of(event.method()));
    text(json, Attributes.PATH, Optional.of(event.path()));
    authority(json, event.host());
    if (event.status() != 0) {
      json.writeNumberField(Attributes.STATUS, event.status());
    }
    json.writeNumberField(Attributes.DURATION, event.duration().toNanos());
    number(json, Attributes.UPSTREAM_DURATION, event.upstreamDuration().map(Duration::toNanos));
    number(json, Attributes.REQUEST_BYTES, event.requestBytes());
    number(json, Attributes.RESPONSE_BYTES, event.responseBytes());
    text(json, Attributes.API, event.api().map(Object::toString));
    text(json, Attributes.ROUTE, event.route().map(Object::toString));
    text(json, Attributes.CONSUMER, event.consumer());
    text(json, Attributes.CLIENT_ADDRESS, event.clientAddress());
    text(json, Attributes.DECISION, event.decision());
    text(json, Attributes.TRACE, event.trace());
    text(json, Attributes.PROVENANCE, event.provenance());
    json.writeArrayFieldStart(Attributes.NOT_OBSERVABLE);
    for (var name : event.notObservable()) {
      json.writeString(wellFormed(name));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void authority(JsonGenerator json, Optional<String> host) throws IOException {
    if (host.isPresent()) {
      var authority = Authority.of(host.get());
      json.writeStringField(Attributes.SERVER_ADDRESS, wellFormed(authority.address()));
      number(json, Attributes.SERVER_PORT, authority.port().map(Integer::longValue));
    }
  }

  private static void text(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, wellFormed(value.get()));
    }
  }

  private static void number(JsonGenerator json, String name, Optional<Long> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.get());
    }
  }

  /** A caller may send half a surrogate pair; UTF-8 has no form for it, and one must not block. */
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return text;
  }
}
