package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.traffic.EventDraft;
import io.entente.hub.traffic.Events;
import io.entente.model.event.TrafficEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions go by the clock of the data plane, whatever it says and however late it is told. */
class ClocksTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir private Path directory;

  private DuckDbTrafficStore store;
  private long offset;

  @BeforeEach
  void open() {
    store =
        new DuckDbTrafficStore(
            new DuckDbSettings(directory.resolve("t.duckdb"), "256MB", Duration.ofMinutes(10)));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatComesLateIsCountedInItsOwnHourThoughThatWasCountedAhead() {
    // Given
    keep(at("early", NOON.minus(Duration.ofHours(5))));
    while (store.rollUp(NOON)) {
      assertThat(requests(NOON.minus(Duration.ofDays(1)), NOON)).isEqualTo(1);
    }

    // When
    keep(at("late", NOON.minus(Duration.ofHours(5)).plusSeconds(7)));

    // Then
    assertThat(requests(NOON.minus(Duration.ofDays(1)), NOON)).isEqualTo(2);
    assertThat(requests(NOON.minus(Duration.ofHours(1)), NOON)).isZero();
  }

  @Test
  void whatAClockThatIsAheadTellsIsThereWhenItsTimeHasCome() {
    // When
    keep(at("ahead", NOON.plusSeconds(90)));

    // Then
    assertThat(requests(NOON.minusSeconds(60), NOON)).isZero();
    assertThat(requests(NOON.minusSeconds(60), NOON.plusSeconds(120))).isEqualTo(1);
  }

  @Test
  void aWrongClockNeitherKeepsNorLosesAnEvent() {
    // Given: received today whatever its clock said, and received long ago
    var stuck = observed(at("stuck", NOON.minus(Duration.ofDays(365))), NOON);
    var ahead = observed(at("ahead", NOON.plusSeconds(60)), NOON.minus(Duration.ofDays(31)));
    keep(stuck, ahead);

    // When
    long forgotten = store.expire(NOON.minus(Duration.ofDays(30)));

    // Then
    assertThat(forgotten).isEqualTo(1);
    assertThat(store.event(Events.TENANT, Optional.empty(), "stuck", 1)).hasSize(1);
    assertThat(store.event(Events.TENANT, Optional.empty(), "ahead", 1)).isEmpty();
  }

  private void keep(TrafficEvent... events) {
    offset += events.length;
    store.write(new TrafficBatch("c", "t", List.of(events), Map.of(0, offset)));
  }

  private long requests(Instant from, Instant to) {
    var query =
        new TrafficQuery(
            Events.TENANT, from, to, TrafficFilter.ALL, GroupBy.GATEWAY, Duration.ofHours(1));
    return store.summary(query).total().requests();
  }

  private static TrafficEvent at(String id, Instant time) {
    return Events.event(id, time, 200, Duration.ofMillis(5));
  }

  private static TrafficEvent observed(TrafficEvent event, Instant when) {
    return EventDraft.like(event).observed(when).event();
  }
}
