package io.entente.hub.traffic.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entente.hub.traffic.Events;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TrafficEventCodecTest {

  private static final long SEED = 20261121;

  @Test
  void returnsEveryEventAsItWasAndWithinTheSchema() throws Exception {
    // Given
    var schema = schema();
    for (var event : new Events(new Random(SEED)).weighed(2000)) {

      // When
      var record = TrafficEventCodec.encode("t", event);
      var back = TrafficEventCodec.decode(record.headers(), record.value());

      // Then
      var json = new String(record.value(), StandardCharsets.UTF_8);
      assertThat(schema.validate(json, InputFormat.JSON)).as("seed %d: %s", SEED, json).isEmpty();
      assertThat(back).as("seed %d", SEED).isEqualTo(event);
    }
  }

  @Test
  void schemaRefusesDataWithoutAGateway() throws Exception {
    // Given
    var json = new String(record().value(), StandardCharsets.UTF_8);

    // When
    var errors = schema().validate(json.replace("entente.gateway", "gateway"), InputFormat.JSON);

    // Then
    assertThat(errors).hasSize(1);
  }

  @Test
  void writesTheKafkaBindingOfCloudEvents() {
    // Given // When
    var record = record();

    // Then
    assertThat(record.headers())
        .extracting(h -> h.key() + "=" + new String(h.value(), StandardCharsets.UTF_8))
        .containsExactly(
            "ce_specversion=1.0",
            "ce_id=id-1",
            "ce_source=/tenants/main/gateways/edge",
            "ce_type=io.entente.api.request.v1",
            "ce_time=2026-11-21T10:00:00Z",
            "ce_dataschema=urn:entente:schema:traffic-event:v1:semconv-1.41.1",
            "content-type=application/json");
    assertThat(new String(record.value(), StandardCharsets.UTF_8))
        .contains("\"server.address\":\"shop.example\",\"server.port\":8080")
        .contains("\"http.response.status_code\":200")
        .contains("\"entente.duration_ns\":7000000");
  }

  @Test
  void marksAnEventThatStandsForOthersAsCloudEventsSaysIt() {
    // Given
    var event = Events.event("id-1", Events.START, 200, Duration.ofMillis(7)).weighing(50);

    // When
    var record = TrafficEventCodec.encode("t", event);
    var structured = TrafficEventCodec.structured(event);

    // Then
    assertThat(record.headers().lastHeader("ce_sampledrate").value())
        .isEqualTo("50".getBytes(StandardCharsets.UTF_8));
    assertThat(structured).contains("\"sampledrate\":50,\"data\":");
    assertThat(TrafficEventCodec.structured(event.weighing(1))).doesNotContain("sampledrate");
  }

  @Test
  void takesNoEventThatStandsForNone() {
    // Given
    var record = record();
    for (String rate : new String[] {"0", "-3", "1.5", "many", ""}) {
      var headers = new RecordHeaders(record.headers());
      headers.add("ce_sampledrate", rate.getBytes(StandardCharsets.UTF_8));

      // When // Then
      assertThatThrownBy(() -> TrafficEventCodec.decode(headers, record.value()))
          .isInstanceOf(PoisonRecordException.class);
    }
  }

  @Test
  void replacesHalfASurrogatePairInsteadOfFailing() {
    // Given
    var event = Events.event("id-\ud800", Events.START, 200, Duration.ofMillis(7));

    // When
    var record = TrafficEventCodec.encode("t", event);

    // Then
    assertThat(TrafficEventCodec.decode(record.headers(), record.value()).id()).isEqualTo("id-?");
  }

  @Test
  void saysWhatIsWrongWithAPoisonRecord() {
    // Given
    var record = record();
    var cut = new String(record.value(), StandardCharsets.UTF_8).replace("GET\"", "GET");

    // When // Then
    assertThatThrownBy(() -> TrafficEventCodec.decode(new RecordHeaders(), record.value()))
        .isInstanceOf(PoisonRecordException.class)
        .hasMessage("header ce_specversion is missing");
    assertThatThrownBy(
            () -> TrafficEventCodec.decode(record.headers(), cut.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(PoisonRecordException.class);
    assertThatThrownBy(() -> TrafficEventCodec.decode(record.headers(), new byte[0]))
        .hasMessage("data is not a JSON object");
  }

  private static org.apache.kafka.clients.producer.ProducerRecord<byte[], byte[]> record() {
    return TrafficEventCodec.encode(
        "t", Events.event("id-1", Events.START, 200, Duration.ofMillis(7)));
  }

  private static Schema schema() throws Exception {
    try (var in =
        TrafficEventCodecTest.class.getResourceAsStream("/schemas/traffic-event-v1.schema.json")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    }
  }
}
