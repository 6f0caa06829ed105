package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.entente.hub.access.IngestTokens;
import io.entente.hub.estate.ControlPlane;
import io.entente.hub.ingest.otlp.Exports;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.test.PlanRoad;
import io.entente.model.identity.GatewayId;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.logs.v1.LogsServiceGrpc;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class OtlpIngestTest {

  private static final String GATEWAY = "otlp-a";
  private static final String ENDPOINT = "/ingest/otlp/v1/logs";
  private static final String PROTOBUF = "application/x-protobuf";
  private static final byte[] ONE =
      Exports.of(List.of(Exports.request("once", 200).build())).toByteArray();

  @Inject IngestTokens tokens;
  @Inject ControlPlane plane;

  @BeforeEach
  void gateways() {
    PlanRoad.documents(
        PlanRoad.gateway(GATEWAY, "observeOnly"), PlanRoad.gateway("otlp-b", "observeOnly"));
  }

  @Test
  void everyRecordIsOnKafkaUnderTheGatewayOfTheTokenWhenItIsAnswered() throws Exception {
    // When
    var answer =
        deliver(tokens.token(new GatewayId(GATEWAY)))
            .contentType(PROTOBUF)
            .body(
                Exports.of(
                        List.of(
                            Exports.request("o-1", 200).build(),
                            LogRecord.newBuilder().setTimeUnixNano(1).build()))
                    .toByteArray())
            .post(ENDPOINT)
            .then()
            .statusCode(200)
            .contentType(startsWith(PROTOBUF))
            .extract()
            .asByteArray();

    // Then
    var partial = ExportLogsServiceResponse.parseFrom(answer).getPartialSuccess();
    assertThat(partial.getRejectedLogRecords()).isEqualTo(1);
    assertThat(partial.getErrorMessage()).contains("NOT_A_REQUEST");
    assertThat(KafkaRecords.of(GATEWAY)).anyMatch(record -> record.id().equals("o-1"));
    assertThat(KafkaRecords.of("otlp-b")).noneMatch(record -> record.id().equals("o-1"));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                HubClient.admin()
                    .get("/api/traffic/events/o-1?gateway=" + GATEWAY)
                    .then()
                    .statusCode(200));
  }

  @Test
  void takesJsonAnswersJsonAndUnpacksGzip() throws Exception {
    deliver(tokens.token(new GatewayId(GATEWAY)))
        .contentType("application/json")
        .body(Exports.json("o-json"))
        .post(ENDPOINT)
        .then()
        .statusCode(200)
        .body("partialSuccess.rejectedLogRecords", equalTo("0"));
    deliver(tokens.token(new GatewayId(GATEWAY)))
        .contentType(PROTOBUF)
        .header("Content-Encoding", "gzip")
        .body(packed(ONE))
        .post(ENDPOINT)
        .then()
        .statusCode(200);
    assertThat(KafkaRecords.of(GATEWAY))
        .extracting(KafkaRecords.Seen::id)
        .contains("o-json", "once");
  }

  @Test
  void refusesWithoutATokenOfAGatewayAndWhatIsNoExport() {
    deliver("ing1.otlp-a.wrong")
        .contentType(PROTOBUF)
        .body(ONE)
        .post(ENDPOINT)
        .then()
        .statusCode(401);
    RestAssured.given().contentType(PROTOBUF).body(ONE).post(ENDPOINT).then().statusCode(401);
    String token = tokens.token(new GatewayId(GATEWAY));
    deliver(token).contentType("text/plain").body("x").post(ENDPOINT).then().statusCode(415);
    deliver(token)
        .contentType(PROTOBUF)
        .body("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .post(ENDPOINT)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("INGEST_BODY_MALFORMED"));
    deliver(token)
        .contentType(PROTOBUF)
        .body(new byte[9 << 20])
        .post(ENDPOINT)
        .then()
        .statusCode(413);
  }

  @Test
  void takesTheSameOverGrpcWithACredentialOfTheGateway() {
    // Given
    String token =
        HubClient.admin()
            .post("/api/gateways/" + GATEWAY + "/credentials")
            .then()
            .statusCode(200)
            .extract()
            .path("token");
    var channel =
        NettyChannelBuilder.forAddress("127.0.0.1", plane.server().port()).usePlaintext().build();
    try {
      // When
      var answer =
          stub(channel, token).export(Exports.of(List.of(Exports.request("o-grpc", 200).build())));

      // Then
      assertThat(answer.getPartialSuccess().getRejectedLogRecords()).isZero();
      assertThat(KafkaRecords.of(GATEWAY)).anyMatch(record -> record.id().equals("o-grpc"));
      assertThatThrownBy(() -> stub(channel, "stolen").export(Exports.of(List.of())))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
      // The same credential is taken over HTTP as well.
      deliver(token).contentType(PROTOBUF).body(ONE).post(ENDPOINT).then().statusCode(200);
    } finally {
      channel.shutdownNow();
    }
  }

  private static LogsServiceGrpc.LogsServiceBlockingStub stub(
      ManagedChannel channel, String token) {
    var headers = new Metadata();
    headers.put(
        Metadata.Key.of("x-entente-gateway-token", Metadata.ASCII_STRING_MARSHALLER), token);
    return LogsServiceGrpc.newBlockingStub(channel)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
        .withCompression("gzip");
  }

  private static RequestSpecification deliver(String token) {
    return RestAssured.given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    io.restassured.config.EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(PROTOBUF, io.restassured.http.ContentType.BINARY)))
        .header("x-entente-gateway-token", token);
  }

  private static byte[] packed(byte[] body) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    }
    return out.toByteArray();
  }
}
