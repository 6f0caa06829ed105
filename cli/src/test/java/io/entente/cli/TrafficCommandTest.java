package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TrafficCommandTest {

  private static final String EXPORT = "GET /api/traffic/export?format=csv&from=-15m";

  @RegisterExtension final AnsweringHub hub = new AnsweringHub();

  @TempDir private Path directory;

  @Test
  void comparesWithTheTimeBefore() {
    // Given
    hub.answers(
        "GET /api/traffic/comparison?by=errors&from=-15m&groupBy=api&top=5",
        200,
        "{\"by\":\"errors\"}");

    // When
    int code = hub.run("traffic", "compare", "--group-by", "api", "--by", "errors", "--top", "5");

    // Then
    assertThat(code).as(hub.err()).isZero();
    assertThat(hub.out()).contains("errors");
  }

  @Test
  void listsTheEventsOfATraceAndShowsOneById() {
    // Given
    hub.answers(
        "GET /api/traffic/events?from=-1h&limit=5&status=5xx&trace=4bf92f3577b34da6a3ce929d0e0e4736",
        200,
        "{\"events\":[{\"id\":\"a/1\"}]}");
    hub.answers("GET /api/traffic/events/a%2F1?gateway=edge", 200, "{\"status\":503}");

    // When
    int listed =
        hub.run(
            "traffic",
            "events",
            "--trace=4bf92f3577b34da6a3ce929d0e0e4736",
            "--status=5xx",
            "--from=-1h",
            "--limit=5");
    String found = hub.out();
    int shown = hub.run("traffic", "events", "--id", "a/1", "--gateway", "edge");

    // Then
    assertThat(listed).as(hub.err()).isZero();
    assertThat(found).contains("a/1");
    assertThat(shown).as(hub.err()).isZero();
    assertThat(hub.out()).contains("503");
  }

  @Test
  void refusesToCountAllWhereSomeWereChosen() {
    assertThat(hub.run("traffic", "summary", "--status", "5xx")).isEqualTo(1);
    assertThat(hub.err()).contains("OPTION_OF_EVENTS", "status");
    assertThat(hub.run("traffic", "live", "--trace", "4bf9")).isEqualTo(1);
  }

  @Test
  void writesAnExportAndReplacesNothingUnasked() throws IOException {
    // Given
    Path file = directory.resolve("events.csv");
    hub.answers(EXPORT, 200, "time,id\r\n");

    // When // Then
    assertThat(hub.run("traffic", "export", "--file", file.toString())).as(hub.err()).isZero();
    assertThat(file).hasContent("time,id\r\n");
    Files.writeString(file, "mine");
    assertThat(hub.run("traffic", "export", "--file", file.toString())).isEqualTo(1);
    assertThat(hub.err()).contains("FILE_EXISTS");
    assertThat(file).hasContent("mine");
    assertThat(hub.run("traffic", "export", "--force", "--file", file.toString())).isZero();
    assertThat(file).hasContent("time,id\r\n");
  }

  @Test
  void writesNothingWhenTheHubRefuses() {
    // Given
    Path file = directory.resolve("events.csv");
    hub.answers(
        EXPORT,
        503,
        "{\"code\":\"TRAFFIC_EXPORT_BUSY\",\"title\":\"busy\",\"problems\":[{\"code\":\"TRAFFIC_EXPORT_BUSY\","
            + "\"message\":\"busy\",\"nextStep\":\"Ask again.\"}]}");

    // When
    int code = hub.run("traffic", "export", "--file", file.toString());

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(hub.err()).contains("TRAFFIC_EXPORT_BUSY");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void anExportNeedsAFile() {
    assertThat(hub.run("traffic", "export")).isEqualTo(1);
    assertThat(hub.err()).contains("FILE_NOT_NAMED");
  }
}
