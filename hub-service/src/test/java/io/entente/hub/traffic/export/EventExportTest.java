package io.entente.hub.traffic.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.traffic.Events;
import io.entente.hub.traffic.store.DuckDbSettings;
import io.entente.hub.traffic.store.DuckDbTrafficStore;
import io.entente.hub.traffic.store.EventFilter;
import io.entente.hub.traffic.store.EventPlace;
import io.entente.hub.traffic.store.GroupBy;
import io.entente.hub.traffic.store.TrafficBatch;
import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.model.event.TrafficEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventExportTest {

  private static final int EVENTS = 6_000;
  private static final TrafficQuery QUERY =
      new TrafficQuery(
          Events.TENANT,
          Events.START,
          Events.START.plusSeconds(7_200),
          TrafficFilter.ALL,
          GroupBy.GATEWAY,
          Duration.ofMinutes(1));

  @TempDir private Path directory;

  private DuckDbTrafficStore store;
  private EventExport export;

  @BeforeEach
  void open() {
    store =
        new DuckDbTrafficStore(
            new DuckDbSettings(directory.resolve("t.duckdb"), "256MB", Duration.ofMinutes(10)));
    export = new EventExport(store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void bothFormatsHoldEveryRequestOnceTheNewestFirst() throws Exception {
    // Given
    keep(events(EVENTS));

    // When
    List<String> lines = csv(EVENTS, Optional.empty()).lines();
    Path parquet = directory.resolve("out.parquet");
    var file = make(ExportFormat.PARQUET, EVENTS, Optional.empty());
    try (var content = file.content()) {
      Files.copy(content, parquet);
    }

    // Then
    assertThat(lines).hasSize(EVENTS + 1);
    assertThat(lines.get(0)).startsWith("time,id,gateway,");
    assertThat(lines.get(1)).startsWith("2026-11-21T11:39:59Z,\"e5999\",\"edge\",");
    assertThat(file.rows()).isEqualTo(EVENTS);
    assertThat(file.bytes()).isEqualTo(Files.size(parquet));
    assertThat(ask("SELECT count(DISTINCT id) FROM '%s'", parquet)).isEqualTo("6000");
    assertThat(ask("SELECT first(id) FROM '%s'", parquet)).isEqualTo("e5999");
    assertThat(ask("SELECT max(time)::VARCHAR FROM '%s'", parquet))
        .isEqualTo("2026-11-21 11:39:59");
    assertThat(ask("SELECT sum(status)::VARCHAR FROM '%s'", parquet)).isEqualTo("1200000");
  }

  @Test
  void whatWasCutOffGoesOnFromItsCursorWithoutALossOrADouble() throws Exception {
    // Given
    keep(events(50));

    // When
    var ids = new ArrayList<String>();
    Optional<EventPlace> after = Optional.empty();
    do {
      var part = csv(7, after);
      part.lines().stream().skip(1).forEach(line -> ids.add(line.split(",")[1]));
      after = part.next();
    } while (after.isPresent());

    // Then
    assertThat(ids).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void aTextThatASpreadsheetWouldRunIsNoFormulaAndQuotesStay() throws Exception {
    // Given
    keep(
        List.of(
            Events.event("=cmd|' /C calc'!A0", Events.START, 200, Duration.ofMillis(1)),
            Events.event("a \"b\", c", Events.START, 200, Duration.ofMillis(1))));

    // When
    var lines = csv(10, Optional.empty()).lines();

    // Then
    assertThat(lines).anyMatch(line -> line.contains(",\"'=cmd|' /C calc'!A0\","));
    assertThat(lines).anyMatch(line -> line.contains(",\"a \"\"b\"\", c\","));
  }

  @Test
  void nothingStaysInTheFolderForTemporaryFiles() throws Exception {
    // Given
    keep(events(3));
    long before = leftovers();

    // When
    csv(10, Optional.empty());
    make(ExportFormat.PARQUET, 10, Optional.empty()).content().close();

    // Then
    assertThat(leftovers()).isEqualTo(before);
  }

  private record Csv(List<String> lines, Optional<EventPlace> next) {}

  private Csv csv(int most, Optional<EventPlace> after) throws IOException {
    var file = make(ExportFormat.CSV, most, after);
    try (var content = file.content()) {
      var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      return new Csv(List.of(text.split("\r\n")), file.next());
    }
  }

  private ExportedFile make(ExportFormat format, int most, Optional<EventPlace> after) {
    return export.make(QUERY, EventFilter.ALL, after, most, format);
  }

  private static List<TrafficEvent> events(int count) {
    var events = new ArrayList<TrafficEvent>();
    for (int i = 0; i < count; i++) {
      events.add(Events.event("e" + i, Events.START.plusSeconds(i), 200, Duration.ofMillis(3)));
    }
    return events;
  }

  private void keep(List<TrafficEvent> events) {
    store.write(new TrafficBatch("c", "t", events, Map.of(0, (long) events.size())));
  }

  private static long leftovers() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(f -> f.getFileName().toString().startsWith("entente-export")).count();
    }
  }

  private static String ask(String sql, Path file) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql.formatted(file))) {
      row.next();
      return row.getString(1);
    }
  }
}
