package io.entente.hub.traffic.decision;

import com.fasterxml.jackson.core.JsonFactory;
import io.entente.hub.traffic.event.TrafficEventCodec;
import io.entente.model.event.TrafficEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** A decision as a Kafka record: the envelope is that of its request but for type and schema. */
public final class DecisionCodec {

  /** CloudEvents type of a decision. */
  public static final String TYPE = "io.entente.api.decision.v1";

  /** CloudEvents dataschema. */
  public static final String DATA_SCHEMA = "urn:entente:schema:decision:v1";

  private static final JsonFactory FACTORY = new JsonFactory();

  private DecisionCodec() {}

  /** The decision about {@code event}, which names its policy. */
  static ProducerRecord<byte[], byte[]> encode(String topic, TrafficEvent event) {
    ProducerRecord<byte[], byte[]> request = TrafficEventCodec.encode(topic, event);
    var headers = new ArrayList<Header>();
    for (Header header : request.headers()) {
      switch (header.key()) {
        case "ce_type" -> headers.add(header(header.key(), TYPE));
        case "ce_dataschema" -> headers.add(header(header.key(), DATA_SCHEMA));
        default -> headers.add(header);
      }
    }
    return new ProducerRecord<>(topic, null, null, request.key(), data(event), headers);
  }

  private static byte[] data(TrafficEvent event) {
    var out = new ByteArrayOutputStream(256);
    try (var json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("tenant", event.tenant().value());
      json.writeStringField("gateway", event.gateway().value());
      json.writeStringField("request", event.id());
      json.writeStringField("api", event.api().orElseThrow().value());
      json.writeStringField("route", event.route().orElseThrow().value());
      json.writeStringField("policy", DeniedBy.of(event).orElseThrow().value());
      json.writeStringField("outcome", "denied");
      json.writeNumberField("status", event.status());
      json.writeStringField("said", event.decision().orElseThrow());
      json.writeArrayFieldStart("notObservable");
      json.writeString("rule");
      json.writeString("version");
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toByteArray();
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
