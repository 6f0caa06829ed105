package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.entente.connector.apigee.log.LogSender;
import io.entente.connector.apigee.log.ProxyRoutes;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SyslogLinesTest {

  private static final int LINES = 2_000;
  private static final int ONE_IN = 5;

  private final KeepingSink sink = new KeepingSink();
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final SyslogCounts counts = new SyslogCounts(metrics, new IngestCounts(metrics));
  private final SyslogLines lines =
      new SyslogLines(
          64 * 1024,
          token ->
              Optional.of(
                  new LogSender(new Tenant("main"), new GatewayId("apigee"), ProxyRoutes.NONE)),
          sink,
          counts);

  @Test
  void keepsWhatALineSaysIsToBeKeptAndCountsEveryArrival() {
    // Given
    var sampled = IntStream.range(0, LINES).mapToObj(i -> line("s-" + i, "200", ONE_IN)).toList();
    var failed = IntStream.range(0, 50).mapToObj(i -> line("f-" + i, "503", ONE_IN)).toList();

    // When
    lines.keep(lines.read(sampled));
    lines.keep(lines.read(failed));

    // Then
    double p = 1.0 / ONE_IN;
    var kept = sink.kept.stream().filter(e -> e.id().startsWith("s-")).toList();
    assertThat((double) kept.size())
        .isCloseTo(LINES * p, within(5 * Math.sqrt(LINES * p * (1 - p))));
    assertThat(kept).allMatch(e -> e.weight() == ONE_IN);
    assertThat(sink.kept.stream().filter(e -> e.id().startsWith("f-")))
        .hasSize(50)
        .allMatch(e -> e.weight() == 1);
    assertThat(counts.of(new GatewayId("apigee")).orElseThrow().accepted()).isEqualTo(LINES + 50);
  }

  @Test
  void handsOverToBeCountedWhatALineSaysIsOnlyToBeCounted() {
    // Given
    var counted =
        IntStream.range(0, 50).mapToObj(i -> line("c-" + i, i < 5 ? "503" : "200", "aggregate"));
    var whole = IntStream.range(0, 7).mapToObj(i -> line("w-" + i, "200", "all"));

    // When
    lines.keep(lines.read(Stream.concat(counted, whole).toList()));

    // Then
    assertThat(sink.kept).hasSize(7).allMatch(e -> e.id().startsWith("w-"));
    assertThat(sink.counted).hasSize(50).allMatch(e -> e.id().startsWith("c-"));
    assertThat(counts.of(new GatewayId("apigee")).orElseThrow().accepted()).isEqualTo(57);
  }

  private static byte[] line(String id, String status, int oneIn) {
    return line(id, status, "errors-and-1-in-" + oneIn);
  }

  private static byte[] line(String id, String status, String recording) {
    return ApigeeLines.line(
            "tok", id, "orders-v1", "/orders", "/42", Instant.parse("2026-11-21T10:00:00Z"))
        .replace("\"t\":\"tok\",", "\"t\":\"tok\",\"rec\":\"" + recording + "\",")
        .replace("\"mstatus\":\"200\"", "\"mstatus\":\"" + status + "\"")
        .strip()
        .getBytes(StandardCharsets.UTF_8);
  }
}
