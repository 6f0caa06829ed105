package io.entente.hub.traffic.count;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.hub.aggregate.AggregateEvents;
import io.entente.hub.traffic.event.PoisonRecordException;
import io.entente.hub.traffic.store.CountBatch;
import io.entente.model.event.AggregateCounts;
import io.entente.model.event.TrafficAggregate;
import io.entente.model.event.TrafficAggregate.Standing;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.tree.CanonicalText;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Counts of a delivery as an event on the topic of aggregates, and back. Its id is made of what it
 * counts, so that it is the same when it is sent again. Safe for many threads.
 */
public final class CountCodec {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ONLY_REVISION = 1;

  private CountCodec() {}

  /** The record for {@code topic}. */
  public static ProducerRecord<byte[], byte[]> encode(String topic, TrafficAggregate counted) {
    List<Header> headers =
        List.of(
            header("ce_specversion", "1.0"),
            header("ce_id", id(counted)),
            header("ce_source", "/entente/" + counted.tenant()),
            header("ce_type", AggregateEvents.TYPE),
            header("ce_subject", AggregateEvents.subject(counted)),
            header("ce_time", counted.observedTime().toString()),
            header("content-type", "application/json"));
    return new ProducerRecord<>(
        topic,
        null,
        null,
        AggregateEvents.key(counted).getBytes(UTF_8),
        CanonicalText.of(AggregateEvents.data(counted, ONLY_REVISION)).getBytes(UTF_8),
        headers);
  }

  /** What makes it the same when it comes again. */
  public static String id(TrafficAggregate counted) {
    String named =
        String.join(
            " ",
            counted.tenant().value(),
            counted.gateway().value(),
            counted.dimensions().getOrDefault(TrafficAggregate.DELIVERY, ""),
            counted.start().toString());
    return UUID.nameUUIDFromBytes(named.getBytes(UTF_8)).toString();
  }

  /**
   * The counts of a record; empty where a vendor gave them, of whom others ask.
   *
   * @throws PoisonRecordException saying what is wrong with it
   */
  public static Optional<TrafficAggregate> decode(Headers headers, byte[] value) {
    try {
      Header type = headers.lastHeader("ce_type");
      if (type == null || !new String(type.value(), UTF_8).equals(AggregateEvents.TYPE)) {
        throw new IllegalArgumentException("it is no aggregate");
      }
      JsonNode data = JSON.readTree(value);
      if (!data.isObject()) {
        throw new IllegalArgumentException("data is not a JSON object");
      }
      if (!data.path("dimensions").has(TrafficAggregate.DELIVERY)) {
        return Optional.empty();
      }
      TrafficAggregate counted = counted(data);
      CountBatch.requireStorable(counted);
      return Optional.of(counted);
    } catch (IOException | IllegalArgumentException | DateTimeException | ArithmeticException e) {
      throw new PoisonRecordException(Optional.ofNullable(e.getMessage()).orElse("unreadable"), e);
    }
  }

  private static TrafficAggregate counted(JsonNode data) {
    var dimensions = new TreeMap<String, String>();
    data.path("dimensions")
        .properties()
        .forEach(each -> dimensions.put(each.getKey(), each.getValue().asText()));
    return new TrafficAggregate(
        new Tenant(text(data, "tenant")),
        new GatewayId(text(data, "gateway")),
        dimensions,
        data.has("api") ? Optional.of(new ApiName(text(data, "api"))) : Optional.empty(),
        Instant.parse(text(data, "start")),
        Duration.ofSeconds(data.path("widthSeconds").asLong()),
        counts(data),
        Instant.parse(text(data, "observedTime")),
        text(data, "provenance"),
        Standing.FINAL);
  }

  private static AggregateCounts counts(JsonNode data) {
    var latencies = new TreeMap<Integer, Long>();
    data.path("latencyBuckets")
        .properties()
        .forEach(each -> latencies.put(Integer.parseInt(each.getKey()), each.getValue().asLong()));
    return new AggregateCounts(
        whole(data, "requests"),
        whole(data, "errors"),
        Optional.empty(),
        Optional.empty(),
        data.has("latencyMillisSum")
            ? Optional.of(data.path("latencyMillisSum").asDouble())
            : Optional.empty(),
        Optional.empty(),
        whole(data, "requestBytes"),
        whole(data, "responseBytes"),
        latencies);
  }

  private static Optional<Long> whole(JsonNode data, String name) {
    return data.has(name) ? Optional.of(data.path(name).asLong()) : Optional.empty();
  }

  private static String text(JsonNode data, String name) {
    if (!data.path(name).isTextual()) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return data.path(name).asText();
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
