package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.hub.traffic.Events;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("long")
class ClickHouseTrafficStoreTest extends TrafficStoreContract {

  private static ClickHouseFront front;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    front = ClickHouseFront.start();
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    front.close();
  }

  @BeforeEach
  @Override
  void open() {
    try (var connection = ClickHouseQueries.connect(front.settings(Duration.ZERO));
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS traffic_event SYNC");
      statement.execute("DROP TABLE IF EXISTS kafka_offset SYNC");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    super.open();
  }

  @Override
  TrafficStore store(Duration duplicateWindow) {
    return new ClickHouseTrafficStore(front.settings(duplicateWindow));
  }

  /** Ends between the rows of a batch and its offsets. */
  private static ClickHouseTrafficStore dying(ClickHouseSettings settings) {
    return new ClickHouseTrafficStore(settings) {
      @Override
      void beforeOffsets() {
        throw new IllegalStateException("killed between rows and offsets");
      }
    };
  }

  @Test
  void countsThatCameWithoutTheirOffsetsComeAgainAndCountOnce() {
    // Given
    var counts = counts(new Events(new java.util.Random(4)).list(100));
    var settings = front.settings(Duration.ofMinutes(10));
    try (var dying = dying(settings)) {
      assertThatThrownBy(() -> dying.count(counts)).hasMessageStartingWith("killed");
    }

    // When
    try (var store = new ClickHouseTrafficStore(settings)) {
      var again = store.count(counts);

      // Then
      assertThat(again.fresh()).isZero();
      assertThat(store.summary(query(GroupBy.API)).total().requests()).isEqualTo(100);
    }
  }

  @Test
  void aBatchThatCameWithoutItsOffsetsComesAgainAndCountsOnce() {
    // Given
    var batch =
        new TrafficBatch("c", "t", new Events(new java.util.Random(3)).list(100), Map.of(0, 100L));
    var settings = front.settings(Duration.ofMinutes(10));
    try (var dying = dying(settings)) {
      assertThatThrownBy(() -> dying.write(batch)).hasMessageStartingWith("killed");
    }

    // When
    try (var store = new ClickHouseTrafficStore(settings)) {
      var offsets = store.offsets("c", "t");
      var again = store.write(batch);

      // Then
      assertThat(offsets).isEmpty();
      assertThat(again).isEmpty();
      assertThat(store.offsets("c", "t")).isEqualTo(Map.of(0, 100L));
      assertThat(store.event(Events.TENANT, Optional.empty(), batch.events().get(7).id(), 9))
          .hasSize(1);
    }
  }

  @Test
  void answersAsDuckDbDoes(@org.junit.jupiter.api.io.TempDir java.nio.file.Path directory) {
    // Given
    var events = new Events(new java.util.Random(11)).weighed(3000);
    var duck =
        new DuckDbTrafficStore(
            new DuckDbSettings(directory.resolve("t.duckdb"), "128MB", Duration.ofMinutes(10)));
    try (duck;
        var click = new ClickHouseTrafficStore(front.settings(Duration.ofMinutes(10)))) {
      var batch = new TrafficBatch("c", "t", events, Map.of(0, 1L));
      assertThat(click.write(batch)).isEqualTo(duck.write(batch));

      for (TrafficQuery query : new RandomQueries(5).list(80)) {
        // When, Then
        assertThat(click.summary(query)).as("%s", query).isEqualTo(duck.summary(query));
        assertThat(click.series(query)).as("%s", query).isEqualTo(duck.series(query));
        assertThat(click.callers(query)).as("%s", query).isEqualTo(duck.callers(query));
        assertThat(click.errors(query, 500, 20))
            .as("%s", query)
            .isEqualTo(duck.errors(query, 500, 20));
        assertThat(click.events(query, EventFilter.ALL, Optional.empty(), 20))
            .as("%s", query)
            .isEqualTo(duck.events(query, EventFilter.ALL, Optional.empty(), 20));
      }
      assertThat(click.event(Events.TENANT, Optional.empty(), events.get(0).id(), 5))
          .isEqualTo(duck.event(Events.TENANT, Optional.empty(), events.get(0).id(), 5))
          .isNotEqualTo(List.of());
    }
  }
}
