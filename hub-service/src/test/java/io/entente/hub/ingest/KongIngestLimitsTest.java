package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.entente.connector.kong.log.RouteAttribution;
import io.entente.connector.spi.TelemetrySink;
import io.entente.hub.access.TestTokens;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class KongIngestLimitsTest {

  private static final GatewayId GATEWAY = new GatewayId("kong-a");
  private static final String JSON = "application/json; charset=utf-8";

  private final List<TrafficEvent> taken = new ArrayList<>();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private CompletableFuture<Void> durable = CompletableFuture.completedFuture(null);

  @Test
  void tenGigabytesSentAsTenMegabytesAreRefusedEarlyAndInFlatMemory() {
    // Given
    byte[] bomb = LogPayloads.bomb(1024);
    assertThat(bomb).hasSizeBetween(10_000_000, 12_000_000);
    var body = new ByteArrayInputStream(bomb);
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    var ingest = ingest(new FakeIngestConfig(16 << 20, 32 << 20, 200, 10_000, 48 << 20));
    long before = threads.getCurrentThreadAllocatedBytes();
    // When // Then
    assertThatThrownBy(() -> ingest.take(delivery(JSON, "gzip"), body))
        .satisfies(e -> assertThat(code(e)).isEqualTo("INGEST_BODY_TOO_LARGE"));
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 << 20);
    assertThat(bomb.length - body.available()).as("bytes read of it").isLessThan(100_000);
    assertThat(taken).isEmpty();
  }

  @Test
  void whatUnpacksBeyondTheLimitIsRefusedHoweverWellItPacked() {
    var ingest = ingest(new FakeIngestConfig(8 << 20, 32 << 20, 100_000, 10_000, 48 << 20));
    assertThatThrownBy(
            () ->
                ingest.take(delivery(JSON, "gzip"), new ByteArrayInputStream(LogPayloads.bomb(20))))
        .hasMessageContaining("33554432")
        .satisfies(e -> assertThat(code(e)).isEqualTo("INGEST_BODY_TOO_LARGE"));
  }

  @Test
  void aBodyThatDidNotSayItsLengthIsRefusedWhenItGetsTooLong() {
    // Given
    var ingest = ingest(new FakeIngestConfig(2000, 32 << 20, 200, 10_000, 48 << 20));
    // When // Then
    assertThatThrownBy(() -> ingest.take(delivery(JSON, ""), body(LogPayloads.batch("e", 20))))
        .satisfies(e -> assertThat(code(e)).isEqualTo("INGEST_BODY_TOO_LARGE"));
    assertThat(taken).isEmpty();
  }

  @Test
  void aBatchThatTheSinkCouldNeverHoldIsRefusedForGood() {
    // Given
    var ingest = ingest(new FakeIngestConfig(8 << 20, 32 << 20, 200, 5, 48 << 20));
    // When // Then
    assertThatThrownBy(() -> ingest.take(delivery(JSON, ""), body(LogPayloads.batch("e", 6))))
        .satisfies(e -> assertThat(code(e)).isEqualTo("INGEST_BODY_TOO_LARGE"));
  }

  @Test
  void answersOnlyWhenEveryEventIsDurable() throws Exception {
    // Given
    durable = new CompletableFuture<>();
    // When
    var answer =
        ingest(FakeIngestConfig.USUAL)
            .take(delivery(JSON, ""), body(LogPayloads.batch("e", 3)))
            .toCompletableFuture();
    // Then
    assertThat(answer).isNotDone();
    assertThat(metrics.find("entente.ingest.accepted").counter()).isNull();
    durable.complete(null);
    assertThat(IngestAnswer.of(answer.get().log())).isEqualTo(new IngestAnswer(3, 0, List.of()));
    assertThat(metrics.counter("entente.ingest.accepted", "gateway", "kong-a").count())
        .isEqualTo(3);
  }

  @Test
  void passesOnWhyEventsAreNotDurableAndCountsNone() {
    // Given
    durable = new CompletableFuture<>();
    var answer =
        ingest(FakeIngestConfig.USUAL)
            .take(delivery(JSON, ""), body(LogPayloads.entry("e")))
            .toCompletableFuture();
    // When
    durable.completeExceptionally(
        new ProblemException(Problem.internal("TRAFFIC_BACKLOG_FULL", "full", "Wait.")));
    // Then
    assertThatThrownBy(answer::get)
        .isInstanceOf(ExecutionException.class)
        .satisfies(e -> assertThat(code(e.getCause())).isEqualTo("TRAFFIC_BACKLOG_FULL"));
  }

  @Test
  void tellsTheNextToComeAgainWhileThereIsNoRoomAndGivesItBackHoweverItEnds() {
    // Given
    durable = new CompletableFuture<>();
    var ingest = ingest(new FakeIngestConfig(2000, 32 << 20, 200, 10_000, 2000));
    var first = ingest.take(delivery(JSON, ""), body(LogPayloads.batch("e", 4)));
    // When // Then
    assertThatThrownBy(() -> ingest.take(delivery(JSON, ""), body(LogPayloads.batch("f", 4))))
        .satisfies(e -> assertThat(code(e)).isEqualTo("INGEST_BUSY"));
    durable.complete(null);
    assertThat(first.toCompletableFuture()).isCompleted();
    for (String broken : List.of("", "[", "x")) {
      assertThatThrownBy(() -> ingest.take(delivery(JSON, ""), body(broken)))
          .satisfies(e -> assertThat(code(e)).isEqualTo("INGEST_BODY_MALFORMED"));
    }
    assertThat(
            ingest.take(delivery(JSON, ""), body(LogPayloads.batch("g", 4))).toCompletableFuture())
        .isCompleted();
  }

  @Test
  void refusesOtherMediaTypesAndEncodingsAndBrokenGzip() {
    var ingest = ingest(FakeIngestConfig.USUAL);
    assertThatThrownBy(() -> ingest.take(delivery("text/plain", ""), body("{}")))
        .satisfies(e -> assertThat(code(e)).isEqualTo("INGEST_MEDIA_TYPE"));
    assertThatThrownBy(() -> ingest.take(delivery(JSON, "br"), body("{}")))
        .satisfies(e -> assertThat(code(e)).isEqualTo("INGEST_MEDIA_TYPE"));
    assertThatThrownBy(() -> ingest.take(delivery(JSON, "gzip"), body("{}")))
        .satisfies(e -> assertThat(code(e)).isEqualTo("INGEST_BODY_MALFORMED"));
    byte[] packed = LogPayloads.gzip(LogPayloads.batch("e", 10));
    assertThatThrownBy(
            () ->
                ingest.take(
                    delivery(JSON, "gzip"), new ByteArrayInputStream(packed, 0, packed.length / 2)))
        .satisfies(e -> assertThat(code(e)).isEqualTo("INGEST_BODY_MALFORMED"));
    assertThat(taken).isEmpty();
  }

  /** The road of a delivery without its server. */
  private record Road(KongIngest ingest, Intake intake, IngestConfig config) {

    CompletionStage<KongIngest.KongBatch> take(Delivery delivery, ByteArrayInputStream body) {
      GatewayId gateway = delivery.token().flatMap(TestTokens.TOKENS::verify).orElseThrow();
      delivery.check(config, ingest.types());
      var share = intake.enter(gateway, body.available());
      return intake.take(share, () -> ingest.read(delivery, body, gateway, intake.routes(gateway)));
    }
  }

  private Road ingest(IngestConfig config) {
    TelemetrySink sink =
        events -> {
          taken.addAll(events);
          return durable;
        };
    var intake =
        new Intake(
            config,
            20_000,
            new IngestGateways(g -> Optional.of(RouteAttribution.NONE), InstantSource.system()),
            sink,
            new IngestCounts(metrics));
    var ingest = new KongIngest(config, intake.maxEntries(), new Tenant("main"));
    return new Road(ingest, intake, config);
  }

  private static Delivery delivery(String type, String encoding) {
    return new Delivery(
        Optional.of(TestTokens.TOKENS.token(GATEWAY)),
        Optional.of(type),
        Optional.of(encoding).filter(e -> !e.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static ByteArrayInputStream body(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String code(Throwable failure) {
    return ((ProblemException) failure).problems().get(0).code();
  }
}
