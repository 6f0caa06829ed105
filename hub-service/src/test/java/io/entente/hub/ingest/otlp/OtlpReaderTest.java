package io.entente.hub.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.connector.kong.log.ApiRoute;
import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.ingest.otlp.OtlpException.Kind;
import io.entente.hub.ingest.otlp.OtlpReader.Source;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpReaderTest {

  private static final RouteAttribution ROUTES =
      (id, name) ->
          name.filter("shop-route"::equals)
              .map(n -> new ApiRoute(new ApiName("orders"), new RouteName("all")));
  private static final Source SOURCE =
      new Source(
          new Tenant("main"), new GatewayId("edge"), ROUTES, Instant.parse("2026-11-21T10:00:01Z"));

  private final OtlpReader reader = new OtlpReader(10);

  @Test
  void bothEncodingsTellTheSame() throws Exception {
    // When
    var binary = binary(Exports.request("r-1", 200).build());
    var json = reader.json(body(Exports.json("r-1")), SOURCE);

    // Then
    assertThat(binary.refusals()).isEmpty();
    assertThat(json).isEqualTo(binary);
    TrafficEvent event = binary.events().get(0);
    assertThat(event.id()).isEqualTo("r-1");
    assertThat(event.gateway().value()).isEqualTo("edge");
    assertThat(event.node()).isEqualTo("gw-1");
    assertThat(event.path()).isEqualTo("/orders/7");
    assertThat(event.status()).isEqualTo(200);
    assertThat(event.duration()).isEqualTo(Duration.ofMillis(12));
    assertThat(event.trace()).contains(Exports.TRACE);
    assertThat(event.provenance()).contains("otlp/logs");
    assertThat(event.notObservable()).contains("consumer", "responseBytes").doesNotContain("path");
    assertThat(event.toString()).doesNotContain("canary", "secret");
  }

  @Test
  void aRecordThatIsDeliveredAgainHasTheSameIdAndAnotherHasAnother() throws Exception {
    // Given
    var one = Exports.request("", 200);
    var other = Exports.request("", 500);

    // When
    var events = binary(one.build(), other.build(), one.build()).events();

    // Then
    assertThat(events.get(0).id()).isEqualTo(events.get(2).id()).isNotEqualTo(events.get(1).id());
  }

  @Test
  void theRouteIsTheOneTheHubKnowsByTheVendorsName() throws Exception {
    // When
    var record = Exports.request("r-1", 200);
    var event =
        binary(record.addAttributes(Exports.text("entente.route_name", "shop-route")).build())
            .events()
            .get(0);

    // Then
    assertThat(event.api()).contains(new ApiName("orders"));
    assertThat(event.route()).contains(new RouteName("all"));
  }

  @ParameterizedTest
  @CsvSource({
    "http.response.status_code, 1000, NUMBER_INVALID",
    "http.response.status_code, -1, NUMBER_INVALID",
    "http.request.body.size, many, NUMBER_INVALID",
    "log.record.uid, a b, UID_INVALID"
  })
  void aRecordThatCanNeverBeAnEventIsSaidAndTheOthersAreTaken(String name, String value, String why)
      throws Exception {
    // When
    var bad = Exports.request("r-1", 200).addAttributes(Exports.text(name, value));
    var batch = binary(bad.build(), Exports.request("r-2", 200).build());

    // Then
    assertThat(batch.refusals()).containsExactly(why);
    assertThat(batch.events()).extracting(TrafficEvent::id).containsExactly("r-2");
  }

  @Test
  void saysWhyALineWithoutRequestTimeOrWithAnEndlessTextIsNoEvent() throws Exception {
    // When
    var batch =
        binary(
            LogRecord.newBuilder().setTimeUnixNano(1).build(),
            Exports.request("r-1", 200).setTimeUnixNano(0).build(),
            Exports.request("r-2", 200).setTimeUnixNano(-1).build(),
            Exports.request("r-3", 200)
                .addAttributes(Exports.text("url.path", "x".repeat(20_000)))
                .build());

    // Then
    assertThat(batch.refusals())
        .containsExactly("NOT_A_REQUEST", "TIME_ABSENT", "TIME_INVALID", "TEXT_TOO_LONG");
  }

  @Test
  void moreRecordsThanAllowedAreRefusedAsAWhole() {
    // Given
    var record = Exports.request("r", 200).build();
    var ids = new String[11];
    java.util.Arrays.fill(ids, "r");

    // Then
    assertThatThrownBy(
            () -> binary(java.util.Collections.nCopies(11, record).toArray(LogRecord[]::new)))
        .isInstanceOfSatisfying(
            OtlpException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_MANY_RECORDS));
    assertThatThrownBy(() -> reader.json(body(Exports.json(ids)), SOURCE))
        .isInstanceOfSatisfying(
            OtlpException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_MANY_RECORDS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{} x",
        "{\"resourceLogs\":[1]}",
        "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"timeUnixNano\":\"soon\"}]}]}]}"
      })
  void whatIsNoExportIsMalformed(String text) {
    assertThatThrownBy(() -> reader.json(body(text), SOURCE))
        .isInstanceOfSatisfying(
            OtlpException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MALFORMED));
  }

  @Test
  void whatIsNestedTooDeepOrCutOffIsMalformed() {
    // Given
    var value = AnyValue.newBuilder().setStringValue("x").build();
    for (int i = 0; i < 100; i++) {
      var list = io.opentelemetry.proto.common.v1.ArrayValue.newBuilder().addValues(value);
      value = AnyValue.newBuilder().setArrayValue(list).build();
    }
    var deep = Exports.of(List.of(Exports.request("r", 200).setBody(value).build())).toByteArray();
    var whole = Exports.of(List.of(Exports.request("r", 200).build())).toByteArray();

    // Then
    for (InputStream wrong :
        List.of(
            new ByteArrayInputStream(deep),
            new ByteArrayInputStream(whole, 0, whole.length - 3),
            body("{}"))) {
      assertThatThrownBy(() -> reader.binary(wrong, SOURCE))
          .isInstanceOfSatisfying(
              OtlpException.class, e -> assertThat(e.kind()).isEqualTo(Kind.MALFORMED));
    }
    assertThatThrownBy(() -> reader.json(body("[".repeat(100)), SOURCE))
        .isInstanceOf(OtlpException.class);
  }

  @Test
  void aLinkThatBreaksIsNotTakenForAMalformedBody() {
    // Given
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("reset");
          }
        };

    // Then
    assertThatThrownBy(() -> reader.binary(broken, SOURCE)).isExactlyInstanceOf(IOException.class);
    assertThatThrownBy(() -> reader.json(broken, SOURCE)).isExactlyInstanceOf(IOException.class);
  }

  private OtlpReader.Batch binary(LogRecord... records) throws IOException, OtlpException {
    byte[] bytes = Exports.of(List.of(records)).toByteArray();
    return reader.binary(new ByteArrayInputStream(bytes), SOURCE);
  }

  private static InputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
