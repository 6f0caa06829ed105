package io.entente.connector.kong.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.event.TrafficEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every recorded payload and the events it came to; one folder a case. */
class KongLogGoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/httplog");

  @TestFactory
  Stream<DynamicTest> everyRecordedPayloadBecomesTheEventsWrittenDown() throws IOException {
    return Recorded.payloadFiles().stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> compare(file)));
  }

  private static void compare(Path file) throws IOException {
    // Given
    var lines = new ArrayList<String>();
    // When
    for (String payload : Recorded.payloads(file)) {
      KongLogBatch batch = Recorded.read(payload);
      assertThat(batch.refused()).isEmpty();
      batch.events().forEach(event -> lines.addAll(text(event)));
    }
    // Then
    Path golden = GOLDEN.resolve(name(file)).resolve("events.txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(golden.getParent());
      Files.write(golden, lines);
    }
    assertThat(lines).isNotEmpty().isEqualTo(Files.readAllLines(golden));
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace("10-httplog-", "").replace(".json", "");
  }

  private static List<String> text(TrafficEvent e) {
    var lines = new ArrayList<String>();
    lines.add(e.id() + " at " + e.time() + ", node " + e.node());
    lines.add(
        "  " + e.method() + " " + e.host().orElse("-") + " " + e.path() + " -> " + e.status());
    lines.add(
        "  took "
            + e.duration()
            + ", upstream "
            + e.upstreamDuration().map(Duration::toString).orElse("-"));
    lines.add(
        "  decision " + e.decision().orElse("-") + ", client " + e.clientAddress().orElse("-"));
    lines.add("  consumer " + e.consumer().orElse("-") + ", route " + route(e));
    lines.add("  trace " + e.trace().orElse("-") + ", not observable " + e.notObservable());
    return lines;
  }

  private static String route(TrafficEvent e) {
    Optional<String> route = e.api().map(api -> api + "/" + e.route().orElseThrow());
    return route.orElse("-");
  }
}
