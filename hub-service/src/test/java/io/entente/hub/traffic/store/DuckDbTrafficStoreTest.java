package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.hub.traffic.Events;
import io.entente.model.event.TrafficEvent;
import io.entente.model.problem.ProblemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbTrafficStoreTest extends TrafficStoreContract {

  private static final Duration WINDOW = Duration.ofMinutes(10);

  @TempDir private Path directory;

  @Override
  TrafficStore store(Duration duplicateWindow) {
    return new DuckDbTrafficStore(
        new DuckDbSettings(directory.resolve("traffic.duckdb"), "256MB", duplicateWindow));
  }

  @Test
  void takesAFileOverThatWasWrittenBeforeProvenanceWasKept() throws SQLException {
    // Given
    var settings = new DuckDbSettings(directory.resolve("old.duckdb"), "256MB", WINDOW);
    try (var connection = DuckDbSchema.open(settings);
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE traffic_event DROP COLUMN provenance");
    }

    // When
    try (var store = new DuckDbTrafficStore(settings)) {
      var event = Events.event("new", Events.START, 200, Duration.ZERO);
      store.write(new TrafficBatch("c", "t", List.of(event), Map.of(0, 1L)));

      // Then
      assertThat(store.event(Events.TENANT, Optional.empty(), "new", 1)).hasSize(1);
    }
  }

  @Test
  void takesAFileOverThatWasWrittenBeforeEventsStoodForOthers() throws SQLException {
    // Given: a whole file of then, with counts made ahead
    var settings = new DuckDbSettings(directory.resolve("old.duckdb"), "256MB", WINDOW);
    var old = Events.event("old", Events.START, 200, Duration.ofMillis(3));
    try (var store = new DuckDbTrafficStore(settings)) {
      store.write(new TrafficBatch("c", "t", List.of(old), Map.of(0, 1L)));
      boolean more = true;
      while (more) {
        more = store.rollUp(Events.START.plus(Duration.ofDays(3)));
      }
    }
    try (var connection = DuckDbSchema.open(settings);
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE traffic_event DROP COLUMN weight");
      statement.execute("ALTER TABLE traffic_event DROP COLUMN aggregated");
    }

    // When
    try (var store = new DuckDbTrafficStore(settings)) {
      var event =
          Events.event("new", Events.START.plusSeconds(3600), 200, Duration.ZERO).weighing(9);
      store.write(new TrafficBatch("c", "t", List.of(event), Map.of(0, 1L)));

      // Then
      assertThat(store.event(Events.TENANT, Optional.empty(), "old", 1).get(0).weight())
          .isEqualTo(1);
      assertThat(store.summary(since(Events.START)).total().requests()).isEqualTo(10);
      assertThat(store.summary(since(Events.START)).total().estimated()).isEqualTo(9);
      assertThat(store.summary(since(Events.START)).total().aggregated()).isZero();
    }
  }

  @Test
  void takesAFileOverThatWasCountedAheadInRowsOfOneLatencyEach() throws SQLException {
    // Given: what the version before made of a day, with a number that no event bears out
    var settings = new DuckDbSettings(directory.resolve("old.duckdb"), "256MB", WINDOW);
    var old = Events.event("old", Events.START, 200, Duration.ofMillis(3));
    var start = StoredEvent.micros(Events.START);
    try (var store = new DuckDbTrafficStore(settings)) {
      store.write(new TrafficBatch("c", "t", List.of(old), Map.of(0, 1L)));
    }
    try (var connection = DuckDbSchema.open(settings);
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE counted_unit");
      for (RollUp rollUp : RollUp.values()) {
        statement.execute("DROP TABLE " + rollUp.table());
      }
      statement.execute("CREATE TABLE rollup_done (rollup VARCHAR NOT NULL, start_us BIGINT)");
      statement.execute("INSERT INTO rollup_done VALUES ('GATEWAY_HOUR', " + start + ")");
      for (var of : List.of("gateway", "status", "api", "route", "consumer")) {
        statement.execute(
            "CREATE TABLE rollup_%s AS SELECT 'main' AS tenant, %d AS start_us, 8 AS k, 99 AS n"
                .formatted(of, start));
      }
    }

    // When
    try (var store = new DuckDbTrafficStore(settings)) {
      // Then: the events answer, and are counted ahead anew
      assertThat(store.summary(since(Events.START)).total().requests()).isEqualTo(1);
      assertThat(store.rollUp(Events.START.plus(Duration.ofDays(3)))).isTrue();
      assertThat(store.summary(since(Events.START)).total().requests()).isEqualTo(1);
    }
    try (var connection = DuckDbSchema.open(settings);
        var statement = connection.createStatement();
        var left =
            statement.executeQuery(
                "SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE 'rollup%'")) {
      left.next();
      assertThat(left.getInt(1)).isZero();
    }
  }

  @Test
  void neitherCountsNorOffsetsRemainOfAWriteThatFailed() {
    // Given
    var counts = counts(List.of(Events.event("a", Events.START, 200, Duration.ofMillis(1))));
    var settings = new DuckDbSettings(directory.resolve("dying.duckdb"), "256MB", WINDOW);
    var dying =
        new DuckDbTrafficStore(settings) {
          @Override
          void commit() {
            throw new IllegalStateException("killed before the commit");
          }
        };

    // When
    try (dying) {
      assertThatThrownBy(() -> dying.count(counts)).hasMessage("killed before the commit");

      // Then
      assertThat(dying.offsets("c", "counts")).isEmpty();
    }
    try (var store = new DuckDbTrafficStore(settings)) {
      assertThat(store.count(counts).fresh()).isEqualTo(1);
      assertThat(store.summary(since(Events.START)).total().requests()).isEqualTo(1);
    }
  }

  @Test
  void neitherRowsNorOffsetsRemainOfAWriteThatFailed() {
    // Given
    var event = Events.event("a", Events.START, 200, Duration.ofMillis(1));
    var settings = new DuckDbSettings(directory.resolve("dying.duckdb"), "256MB", WINDOW);
    var dying =
        new DuckDbTrafficStore(settings) {
          @Override
          void commit() {
            throw new IllegalStateException("killed before the commit");
          }
        };

    // When
    try (dying) {
      assertThatThrownBy(
              () -> dying.write(new TrafficBatch("c", "t", List.of(event), Map.of(0, 1L))))
          .hasMessage("killed before the commit");

      // Then
      assertThat(dying.offsets("c", "t")).isEmpty();
      assertThat(dying.event(Events.TENANT, Optional.empty(), "a", 1)).isEmpty();
    }
  }

  @Test
  void forgetsTheOldestWhenAllTakeTooMuch() throws Exception {
    // Given: two hours, of ids that nothing packs
    var random = new Random(4);
    try (var store =
        new DuckDbTrafficStore(
            new DuckDbSettings(directory.resolve("large.duckdb"), "256MB", WINDOW))) {
      for (int batch = 0; batch < 12; batch++) {
        var events = new ArrayList<TrafficEvent>();
        for (int i = 0; i < 40_000; i++) {
          var time = Events.START.plusMillis((batch * 40_000L + i) * 15);
          var id = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
          events.add(Events.event(id, time, 200, Duration.ofNanos(random.nextInt(1_000_000_000))));
        }
        store.write(new TrafficBatch("c", "t", events, Map.of(0, 1L)));
      }
      long before = store.bytes();

      // When
      long removed = store.shrink(before / 2);

      // Then
      assertThat(removed).isBetween(200_000L, 330_000L);
      assertThat(store.bytes()).isLessThan(before * 3 / 4);
      var left = store.summary(since(Events.START)).total().requests();
      assertThat(left).isEqualTo(480_000 - removed);
      var newest = Events.START.plusMillis((480_000 - left + 1000) * 15);
      assertThat(store.summary(since(newest)).total().requests()).isGreaterThan(left - 3000);
    }
  }

  private static TrafficQuery since(Instant from) {
    return new TrafficQuery(
        Events.TENANT,
        from,
        Events.START.plusSeconds(7200),
        TrafficFilter.ALL,
        GroupBy.GATEWAY,
        Duration.ofMinutes(1));
  }

  @Test
  void saysHowToRebuildADamagedFile() throws Exception {
    // Given
    var file = directory.resolve("damaged.duckdb");
    java.nio.file.Files.writeString(file, "not a database".repeat(1000));

    // When // Then
    assertThatThrownBy(() -> new DuckDbTrafficStore(new DuckDbSettings(file, "256MB", WINDOW)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().get(0).nextStep()).contains("rebuilt from Kafka"));
  }
}
