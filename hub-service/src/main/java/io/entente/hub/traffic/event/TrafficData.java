package io.entente.hub.traffic.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.entente.model.event.TrafficEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Writes the data member: attributes by name; what was not observed is left out. */
final class TrafficData {

  // Names are half of what is written; so they are encoded once.
  private static final SerializableString TENANT = name(Attributes.TENANT);
  private static final SerializableString GATEWAY = name(Attributes.GATEWAY);
  private static final SerializableString NODE = name(Attributes.NODE);
  private static final SerializableString OBSERVED_TIME = name(Attributes.OBSERVED_TIME);
  private static final SerializableString METHOD = name(Attributes.METHOD);
  private static final SerializableString PATH = name(Attributes.PATH);
  private static final SerializableString SERVER_ADDRESS = name(Attributes.SERVER_ADDRESS);
  private static final SerializableString SERVER_PORT = name(Attributes.SERVER_PORT);
  private static final SerializableString STATUS = name(Attributes.STATUS);
  private static final SerializableString DURATION = name(Attributes.DURATION);
  private static final SerializableString UPSTREAM_DURATION = name(Attributes.UPSTREAM_DURATION);
  private static final SerializableString REQUEST_BYTES = name(Attributes.REQUEST_BYTES);
  private static final SerializableString RESPONSE_BYTES = name(Attributes.RESPONSE_BYTES);
  private static final SerializableString API = name(Attributes.API);
  private static final SerializableString ROUTE = name(Attributes.ROUTE);
  private static final SerializableString CONSUMER = name(Attributes.CONSUMER);
  private static final SerializableString CLIENT_ADDRESS = name(Attributes.CLIENT_ADDRESS);
  private static final SerializableString DECISION = name(Attributes.DECISION);
  private static final SerializableString TRACE = name(Attributes.TRACE);
  private static final SerializableString PROVENANCE = name(Attributes.PROVENANCE);
  private static final SerializableString NOT_OBSERVABLE = name(Attributes.NOT_OBSERVABLE);

  private TrafficData() {}

  private static SerializableString name(String attribute) {
    return new SerializedString(attribute);
  }

  static void write(JsonGenerator json, TrafficEvent event) throws IOException {
    json.writeStartObject();
    text(json, TENANT, event.tenant().value());
    text(json, GATEWAY, event.gateway().value());
    text(json, NODE, wellFormed(event.node()));
    text(json, OBSERVED_TIME, InstantText.of(event.observedTime()));
    text(json, METHOD, wellFormed(event.method()));
    text(json, PATH, wellFormed(event.path()));
    authority(json, event.host());
    if (event.status() != 0) {
      number(json, STATUS, event.status());
    }
    number(json, DURATION, event.duration().toNanos());
    number(json, UPSTREAM_DURATION, event.upstreamDuration().map(Duration::toNanos));
    number(json, REQUEST_BYTES, event.requestBytes());
    number(json, RESPONSE_BYTES, event.responseBytes());
    text(json, API, event.api().map(Object::toString));
    text(json, ROUTE, event.route().map(Object::toString));
    text(json, CONSUMER, event.consumer());
    text(json, CLIENT_ADDRESS, event.clientAddress());
    text(json, DECISION, event.decision());
    text(json, TRACE, event.trace());
    text(json, PROVENANCE, event.provenance());
    json.writeFieldName(NOT_OBSERVABLE);
    json.writeStartArray();
    for (var name : event.notObservable()) {
      json.writeString(wellFormed(name));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void authority(JsonGenerator json, Optional<String> host) throws IOException {
    if (host.isPresent()) {
      var authority = Authority.of(host.get());
      text(json, SERVER_ADDRESS, wellFormed(authority.address()));
      number(json, SERVER_PORT, authority.port().map(Integer::longValue));
    }
  }

  private static void text(JsonGenerator json, SerializableString name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      text(json, name, wellFormed(value.get()));
    }
  }

  private static void text(JsonGenerator json, SerializableString name, String value)
      throws IOException {
    json.writeFieldName(name);
    json.writeString(value);
  }

  private static void number(JsonGenerator json, SerializableString name, Optional<Long> value)
      throws IOException {
    if (value.isPresent()) {
      number(json, name, value.get());
    }
  }

  private static void number(JsonGenerator json, SerializableString name, long value)
      throws IOException {
    json.writeFieldName(name);
    json.writeNumber(value);
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
