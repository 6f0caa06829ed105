package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.hub.traffic.EventDraft;
import io.entente.hub.traffic.Events;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted ahead never changes an answer; more questions with {@code -Drollups.queries}. */
class RollUpsTest {

  private static final long SEED = 20261122;
  private static final int QUERIES = Integer.getInteger("rollups.queries", 12);
  private static final Instant BEGIN = Instant.parse("2026-11-01T03:20:00Z");
  private static final Duration SPAN = Duration.ofDays(3);
  private static final Instant NOW = BEGIN.plus(SPAN);

  @TempDir private Path directory;
  private final Random random = new Random(SEED);
  private DuckDbTrafficStore plain;
  private DuckDbTrafficStore counted;
  private int made;

  @BeforeEach
  void open() {
    plain = store("plain");
    counted = store("counted");
  }

  @AfterEach
  void close() {
    plain.close();
    counted.close();
  }

  @Test
  void answersAsThoughNothingWereCountedAhead() {
    for (int round = 0; round < 4; round++) {
      // Given: events of any time, so that later ones fall into what is counted
      write(round == 0 ? 4000 : 60);
      assertSameAnswers();

      // When
      rollUpAll();

      // Then
      assertSameAnswers();
    }
  }

  @Test
  void answersAsThoughNothingWereCountedAheadAfterOldEventsAreForgotten() {
    // Given
    write(3000);
    rollUpAll();

    // When
    Instant limit = BEGIN.plus(Duration.ofHours(31));
    long removed = counted.expire(limit);

    // Then
    assertThat(removed).isPositive().isEqualTo(plain.expire(limit));
    assertSameAnswers();
    rollUpAll();
    assertSameAnswers();
  }

  @Test
  void tellsTheBusiestOfManyAsThoughNothingWereCountedAhead() {
    // Given
    var events = new ArrayList<TrafficEvent>();
    for (int i = 0; i < 6000; i++) {
      int squared = random.nextInt(40) * random.nextInt(40);
      var time = BEGIN.plusMillis(random.nextLong(SPAN.toMillis()));
      var event = Events.event("gateway-" + squared % 40, "m" + i, time, 200, Duration.ofMillis(i));
      events.add(EventDraft.like(event).by(Optional.of("consumer-" + squared), "10.0.0.1").event());
    }
    keep(events);

    // When
    rollUpAll();

    // Then
    for (GroupBy by : GroupBy.values()) {
      var query =
          new TrafficQuery(Events.TENANT, BEGIN, NOW, TrafficFilter.ALL, by, Duration.ofHours(6));
      assertThat(counted.summary(query)).as("%s", by).isEqualTo(plain.summary(query));
      assertThat(counted.series(query)).as("%s", by).isEqualTo(plain.series(query));
    }
  }

  @Test
  void timeWithoutAnEventIsOverAtOnce() {
    // Given: a year between two events
    var clock = Events.event("a", NOW.minus(Duration.ofDays(365)), 200, Duration.ofMillis(5));
    var event = Events.event("b", NOW.minus(Duration.ofDays(1)), 200, Duration.ofMillis(5));
    keep(List.of(clock, event));

    // When, Then: two hours and two days each, and what is between them and after them
    rollUpAll();
    assertSameAnswers();
    keep(List.of(Events.event("c", NOW.minus(Duration.ofDays(70)), 200, Duration.ofMillis(5))));
    assertSameAnswers();
    rollUpAll();
    assertSameAnswers();
  }

  @Test
  void nothingIsCountedOfAUnitWhoseCountingFailed() {
    // Given
    write(1000);
    counted.close();
    var dying = new DyingOnce(settings("counted"));
    counted = dying;

    // When
    dying.dies = true;
    assertThatThrownBy(() -> dying.rollUp(NOW)).hasMessage("killed before the commit");
    dying.dies = false;

    // Then
    assertSameAnswers();
    rollUpAll();
    assertSameAnswers();
  }

  @Test
  void countsAgainAfterTheFileIsOpenedAnew() {
    // Given
    write(1000);
    rollUpAll();

    // When
    counted.close();
    counted = store("counted");

    // Then
    assertThat(counted.rollUp(NOW)).isFalse();
    write(50);
    assertThat(counted.rollUp(NOW)).isTrue();
    assertSameAnswers();
  }

  @Test
  void countsFiveMinutesSoonAndHoursWhenTheyAreOver() {
    // Given: one of 03:20
    keep(List.of(Events.event("a", BEGIN, 200, Duration.ofMillis(5))));

    // When, Then: five minutes count a minute later
    assertThat(counted.rollUp(Instant.parse("2026-11-01T03:25:59Z"))).isFalse();
    assertThat(counted.rollUp(Instant.parse("2026-11-01T03:26:00Z"))).isTrue();

    // When, Then: the hour ends at 04:00, and counts five minutes later
    assertThat(counted.rollUp(Instant.parse("2026-11-01T04:04:59Z"))).isFalse();
    assertThat(counted.rollUp(Instant.parse("2026-11-01T04:05:00Z"))).isTrue();
    assertSameAnswers();
  }

  @Test
  void readsOfTheHourAtHandOnlyTheLastMinutes() {
    // Given
    keep(everyMinute(Duration.ofMinutes(70)));

    // When
    rollUpAll();

    // Then: NOW is 03:20
    var query = lastHour();
    Instant from = NOW.minus(Duration.ofMinutes(5));
    assertThat(source(query).events())
        .containsExactly(
            new TimeParts.Part(StoredEvent.micros(from), StoredEvent.micros(query.to())));
    assertThat(counted.summary(query)).isEqualTo(plain.summary(query));
    assertThat(counted.series(query)).isEqualTo(plain.series(query));
  }

  @Test
  void keepsCountsOfFiveMinutesOnlyForTheHoursAtHand() {
    // Given
    keep(everyMinute(Duration.ofMinutes(70)));
    rollUpAll();
    assertThat(source(lastHour()).ahead()).isNotEmpty();
    var late = Events.event("late", NOW.plus(Duration.ofHours(3)), 200, Duration.ofMillis(5));
    keep(List.of(late));

    // When
    while (counted.rollUp(late.time().plus(Duration.ofMinutes(6)))) {
      // The next.
    }

    // Then
    assertThat(source(lastHour()).ahead()).isEmpty();
    assertSameAnswers();
  }

  private List<TrafficEvent> everyMinute(Duration before) {
    return IntStream.range(0, (int) before.toMinutes())
        .mapToObj(
            minute ->
                Events.event(
                    "minute-" + minute,
                    NOW.minus(before).plus(Duration.ofMinutes(minute)),
                    200,
                    Duration.ofMillis(minute)))
        .toList();
  }

  private static TrafficQuery lastHour() {
    return new TrafficQuery(
        Events.TENANT,
        NOW.minus(Duration.ofHours(1)),
        NOW,
        TrafficFilter.ALL,
        GroupBy.GATEWAY,
        Duration.ofMinutes(1));
  }

  private CountsSql.Source source(TrafficQuery query) {
    return counted.questions().answer(answers -> answers.source(query, true, true));
  }

  @Test
  void takesNothingBackForAWriteThatFailed() {
    // Given
    write(1000);
    rollUpAll();
    counted.close();
    var dying = new DyingOnce(settings("counted"));
    counted = dying;

    // When
    dying.dies = true;
    assertThatThrownBy(() -> write(10)).hasMessage("killed before the commit");
    dying.dies = false;

    // Then
    assertThat(counted.rollUp(NOW)).isFalse();
  }

  private void assertSameAnswers() {
    for (int i = 0; i < QUERIES; i++) {
      TrafficQuery query = query();
      assertThat(counted.summary(query)).as("%s", query).isEqualTo(plain.summary(query));
      assertThat(counted.series(query)).as("%s", query).isEqualTo(plain.series(query));
    }
  }

  private TrafficQuery query() {
    Instant from = BEGIN.plusSeconds(random.nextLong(SPAN.toSeconds() - 1));
    if (random.nextInt(3) == 0) {
      from = BEGIN.minusSeconds(random.nextInt(90_000));
    }
    if (random.nextInt(3) == 0) {
      from = NOW.minusSeconds(random.nextInt(14_400));
    }
    Instant to = from.plusSeconds(1 + random.nextLong(SPAN.toSeconds()));
    Duration[] steps = {
      Duration.ofSeconds(330),
      Duration.ofMinutes(5),
      Duration.ofMinutes(17),
      Duration.ofHours(1),
      Duration.ofHours(6),
      Duration.ofDays(1)
    };
    return new TrafficQuery(
        Events.TENANT,
        from,
        to,
        new TrafficFilter(some("gateway-"), some("api-"), some("route-"), some("consumer-")),
        GroupBy.values()[random.nextInt(GroupBy.values().length)],
        steps[random.nextInt(steps.length)]);
  }

  private Optional<String> some(String prefix) {
    return random.nextInt(4) == 0 ? Optional.of(prefix + random.nextInt(3)) : Optional.empty();
  }

  private void write(int count) {
    var events = new ArrayList<TrafficEvent>();
    for (int i = 0; i < count; i++) {
      events.add(event());
    }
    keep(events);
    // Some of the time come as counts.
    var delivered = IntStream.range(0, count / 10).mapToObj(i -> event()).toList();
    plain.count(CountedRequestsContract.counts(delivered));
    counted.count(CountedRequestsContract.counts(delivered));
  }

  private void keep(List<TrafficEvent> events) {
    plain.write(new TrafficBatch("c", "t", events, Map.of(0, 1L)));
    counted.write(new TrafficBatch("c", "t", events, Map.of(0, 1L)));
  }

  private TrafficEvent event() {
    Instant time =
        random.nextInt(3) == 0
            ? NOW.minusMillis(1 + random.nextLong(Duration.ofHours(4).toMillis()))
            : BEGIN.plusMillis(random.nextLong(SPAN.toMillis()));
    int[] status = {200, 200, 404, 429, 503, 0};
    return new TrafficEvent(
        "e" + made++,
        Events.TENANT,
        new GatewayId("gateway-" + random.nextInt(3)),
        "node",
        time,
        time.plusMillis(random.nextInt(5000)),
        "GET",
        "/",
        Optional.empty(),
        status[random.nextInt(status.length)],
        Duration.ofNanos(random.nextInt(20) == 0 ? 0 : (long) Math.exp(random.nextDouble() * 24)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        some("api-").map(ApiName::new),
        some("route-").map(RouteName::new),
        some("consumer-"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        random.nextInt(3) == 0 ? 1 + random.nextInt(100) : 1);
  }

  private void rollUpAll() {
    boolean more = true;
    for (int i = 0; more; i++) {
      assertThat(i).as("units of three days").isLessThan(2000);
      more = counted.rollUp(NOW);
    }
  }

  private DuckDbTrafficStore store(String name) {
    return new DuckDbTrafficStore(settings(name));
  }

  private DuckDbSettings settings(String name) {
    return new DuckDbSettings(directory.resolve(name + ".duckdb"), "128MB", Duration.ofMinutes(10));
  }

  /** Fails before the commit when it is told to. */
  private static final class DyingOnce extends DuckDbTrafficStore {

    private boolean dies;

    DyingOnce(DuckDbSettings settings) {
      super(settings);
    }

    @Override
    void commit() throws java.sql.SQLException {
      if (dies) {
        throw new IllegalStateException("killed before the commit");
      }
      super.commit();
    }
  }
}
