package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.entente.hub.traffic.Events;
import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of traffic makes of events that stand for others. */
abstract class WeighedEventsContract {

  static final Duration WINDOW = Duration.ofMinutes(10);
  static final long SEED = 42;

  TrafficStore store;

  /** The store of this test, as it was left. */
  abstract TrafficStore store(Duration duplicateWindow);

  @BeforeEach
  void open() {
    store = store(WINDOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anEventCountsAsManyTimesAsItStandsFor() {
    // Given
    write(
        List.of(
            Events.event("a", Events.START, 200, Duration.ofMillis(1)).weighing(30),
            Events.event("b", Events.START, 204, Duration.ofMillis(100)).weighing(10),
            Events.event("c", Events.START, 404, Duration.ofMillis(1)),
            Events.event("d", Events.START, 503, Duration.ofMillis(900))));

    // When
    var total = store.summary(query(GroupBy.GATEWAY)).total();
    var byStatus = store.summary(query(GroupBy.STATUS)).groups();

    // Then: 39 of 42 took 100 ms or less, and 31 of them 1 ms
    assertThat(total.requests()).isEqualTo(42);
    assertThat(total.clientErrors()).isEqualTo(1);
    assertThat(total.errors()).isEqualTo(1);
    assertThat(total.errorRate()).isEqualTo(1.0 / 42);
    close(total.p50Millis(), 1);
    close(total.p95Millis(), 100);
    close(total.p99Millis(), 900);
    assertThat(byStatus)
        .extracting(g -> g.key().orElse("") + " " + g.counts().requests())
        .containsExactly("200 30", "204 10", "404 1", "503 1");
  }

  @Test
  void saysHowManyOfTheCountsAreEstimatedAndHowWell() {
    // Given
    write(
        List.of(
            Events.event("a", Events.START, 200, Duration.ofMillis(1)).weighing(30),
            Events.event("b", Events.START, 200, Duration.ofMillis(1)).weighing(10),
            Events.event("c", Events.START, 503, Duration.ofMillis(1))));

    // When
    var total = store.summary(query(GroupBy.GATEWAY)).total();
    var errors =
        store.summary(query(GroupBy.STATUS)).groups().stream()
            .filter(group -> group.key().equals(Optional.of("503")))
            .findFirst()
            .orElseThrow();

    // Then
    assertThat(total.estimated()).isEqualTo(40);
    assertThat(total.standardError()).isCloseTo(Math.sqrt(30 * 29 + 10 * 9), within(1e-9));
    assertThat(errors.counts().estimated()).isZero();
    assertThat(errors.counts().standardError()).isZero();
    assertThat(store.series(query(GroupBy.GATEWAY)).get(0).counts().estimated()).isEqualTo(40);
  }

  @Test
  void percentilesOfWeighedEventsAreWithinTwoPercentOfThoseOfAllThatTheyStandFor() {
    // Given
    var events = new Events(new Random(SEED)).weighed(3000);
    write(events);

    // When
    var found = store.summary(query(GroupBy.GATEWAY)).total();

    // Then
    var exact =
        events.stream()
            .flatMapToLong(
                e -> java.util.stream.LongStream.generate(e.duration()::toNanos).limit(e.weight()))
            .sorted()
            .toArray();
    assertThat(found.requests()).isEqualTo(exact.length);
    close(found.p50Millis(), rank(exact, 50));
    close(found.p95Millis(), rank(exact, 95));
    close(found.p99Millis(), rank(exact, 99));
  }

  @Test
  void tellsOfASingleRequestHowManyItStandsFor() {
    // Given
    write(List.of(Events.event("a", Events.START, 500, Duration.ofMillis(1)).weighing(7)));

    // When // Then
    var all = store.events(query(GroupBy.GATEWAY), EventFilter.ALL, Optional.empty(), 9);
    assertThat(all).extracting(RecordedRequest::weight).containsExactly(7);
    assertThat(store.errors(query(GroupBy.GATEWAY), 500, 9))
        .extracting(RecordedRequest::weight)
        .containsExactly(7);
    assertThat(store.event(Events.TENANT, Optional.empty(), "a", 1).get(0).weight()).isEqualTo(7);
  }

  @Test
  void countsCallersForAllThatTheirRequestsStandFor() {
    // Given
    write(
        List.of(
            Events.caller("a", "10.0.0.1", 200, Optional.of("team"), Set.of()).weighing(5),
            Events.caller("b", "10.0.0.1", 200, Optional.empty(), Set.of()).weighing(3)));

    // When, Then
    assertThat(store.callers(query(GroupBy.ROUTE))).isEqualTo(new CallersSeen(8, 3, 1, true));
  }

  List<TrafficEvent> write(List<TrafficEvent> events) {
    return store.write(new TrafficBatch("c", "t", events, Map.of(0, (long) events.size())));
  }

  static TrafficQuery query(GroupBy groupBy) {
    return new TrafficQuery(
        Events.TENANT,
        Events.START,
        Events.START.plusSeconds(3600),
        TrafficFilter.ALL,
        groupBy,
        Duration.ofMinutes(1));
  }

  static double rank(long[] sorted, int percent) {
    return sorted[(sorted.length * percent + 99) / 100 - 1] / 1e6;
  }

  static void close(double shown, double exact) {
    assertThat(shown).as("seed %d", SEED).isCloseTo(exact, within(exact * 0.02));
  }
}
