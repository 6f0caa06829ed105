package io.entente.hub.traffic.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.entente.model.event.TrafficEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A traffic event as a Kafka record in the binary binding of CloudEvents 1.0, and back. {@code
 * source} and {@code id} together are what makes an event unique. Safe for many threads.
 */
public final class TrafficEventCodec {

  private static final String JSON = "application/json";

  /** The documented extension of CloudEvents; it is absent from an event that stands for itself. */
  private static final String SAMPLED_RATE = "sampledrate";

  private static final JsonFactory FACTORY = new JsonFactory();

  private static final Header SPEC_VERSION = header("ce_specversion", "1.0");
  private static final Header TYPE = header("ce_type", Attributes.TYPE);
  private static final Header SCHEMA = header("ce_dataschema", Attributes.DATA_SCHEMA);
  private static final Header CONTENT_TYPE = header("content-type", JSON);

  private TrafficEventCodec() {}

  /** The record for {@code topic}; its key is the event id, so that the id's hash partitions. */
  public static ProducerRecord<byte[], byte[]> encode(String topic, TrafficEvent event) {
    var id = TrafficData.wellFormed(event.id());
    List<Header> headers =
        List.of(
            SPEC_VERSION,
            header("ce_id", id),
            header("ce_source", source(event)),
            TYPE,
            header("ce_time", InstantText.of(event.time())),
            SCHEMA,
            CONTENT_TYPE);
    if (event.weight() > 1) {
      headers = new ArrayList<>(headers);
      headers.add(header("ce_" + SAMPLED_RATE, Integer.toString(event.weight())));
    }
    var key = id.getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic, null, null, key, data(event), headers);
  }

  /** The event of a record; throws {@link PoisonRecordException} saying what is wrong with it. */
  public static TrafficEvent decode(Headers headers, byte[] value) {
    try (var json = FACTORY.createParser(value)) {
      expect(headers, SPEC_VERSION);
      expect(headers, TYPE);
      var time = InstantText.parse(required(headers, "ce_time"));
      var event = TrafficDataReader.read(json, required(headers, "ce_id"), time);
      return headers.lastHeader("ce_" + SAMPLED_RATE) == null
          ? event
          : event.weighing(Integer.parseInt(required(headers, "ce_" + SAMPLED_RATE)));
    } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new PoisonRecordException(Optional.ofNullable(e.getMessage()).orElse("unreadable"), e);
    }
  }

  /** The same event as one JSON document: the structured form of CloudEvents. */
  public static String structured(TrafficEvent event) {
    var out = new ByteArrayOutputStream(768);
    try (var json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("specversion", "1.0");
      json.writeStringField("id", TrafficData.wellFormed(event.id()));
      json.writeStringField("source", source(event));
      json.writeStringField("type", Attributes.TYPE);
      json.writeStringField("time", InstantText.of(event.time()));
      json.writeStringField("dataschema", Attributes.DATA_SCHEMA);
      json.writeStringField("datacontenttype", JSON);
      if (event.weight() > 1) {
        json.writeNumberField(SAMPLED_RATE, event.weight());
      }
      json.writeFieldName("data");
      TrafficData.write(json, event);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static byte[] data(TrafficEvent event) {
    var out = new ByteArrayOutputStream(1024);
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      TrafficData.write(json, event);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return out.toByteArray();
  }

  private static String source(TrafficEvent event) {
    return "/tenants/" + event.tenant() + "/gateways/" + event.gateway();
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void expect(Headers headers, Header wanted) {
    var found = headers.lastHeader(wanted.key());
    if (found == null || !Arrays.equals(found.value(), wanted.value())) {
      throw new IllegalArgumentException(
          "%s is '%s', not '%s'"
              .formatted(wanted.key(), required(headers, wanted.key()), text(wanted.value())));
    }
  }

  private static String required(Headers headers, String name) {
    var header = headers.lastHeader(name);
    if (header == null || header.value() == null) {
      throw new IllegalArgumentException("header " + name + " is missing");
    }
    return text(header.value());
  }

  private static String text(byte[] value) {
    return new String(value, StandardCharsets.UTF_8);
  }
}
