package io.entente.connector.apigee.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.event.TrafficEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lines and what they come to; one folder a case. */
class ApigeeLogGoldenTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/messagelogging");

  @TestFactory
  Stream<DynamicTest> everyLineComesToWhatIsWrittenDown() throws IOException {
    try (var folders = Files.list(GOLDEN)) {
      return folders.sorted().toList().stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(folder.getFileName().toString(), () -> compare(folder)));
    }
  }

  private static void compare(Path folder) throws IOException {
    // Given
    String[] lines =
        Files.readString(folder.resolve("lines.txt"), StandardCharsets.UTF_8).split("\n");
    // When
    var outcomes = new ArrayList<String>();
    for (String line : lines) {
      outcomes.addAll(text(Lines.read(line)));
    }
    // Then
    Path golden = folder.resolve("outcome.txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.write(golden, outcomes);
    }
    assertThat(outcomes).isNotEmpty().isEqualTo(Files.readAllLines(golden));
    assertThat(String.join("\n", outcomes)).doesNotContain("TOKEN-A", "CANARY");
  }

  private static List<String> text(LogOutcome outcome) {
    if (outcome instanceof LogOutcome.Refused refused) {
      return List.of(
          "refused "
              + refused.reason()
              + " of "
              + refused.gateway().map(g -> g.value()).orElse("-"));
    }
    TrafficEvent e = ((LogOutcome.Taken) outcome).event();
    return List.of(
        e.id() + " at " + e.time() + ", gateway " + e.gateway() + ", node " + e.node(),
        "  " + e.method() + " " + e.host().orElse("-") + " " + e.path() + " -> " + e.status(),
        "  took "
            + e.duration()
            + ", upstream "
            + e.upstreamDuration().map(Duration::toString).orElse("-")
            + ", bytes "
            + e.requestBytes().map(String::valueOf).orElse("-")
            + " "
            + e.responseBytes().map(String::valueOf).orElse("-"),
        "  decision " + e.decision().orElse("-") + ", client " + e.clientAddress().orElse("-"),
        "  consumer "
            + e.consumer().map(c -> c.replaceAll("\\s", "_")).orElse("-")
            + ", api "
            + e.api().map(Object::toString).orElse("-")
            + ", route "
            + e.route().map(Object::toString).orElse("-"),
        "  by " + e.provenance().orElse("-") + ", not observable " + e.notObservable());
  }
}
