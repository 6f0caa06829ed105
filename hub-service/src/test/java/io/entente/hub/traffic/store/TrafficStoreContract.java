package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.entente.hub.traffic.EventDraft;
import io.entente.hub.traffic.Events;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.Tenant;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of traffic answers alike. */
abstract class TrafficStoreContract extends CountedRequestsContract {

  @Test
  void percentilesAreWithinTwoPercentOfTheExactOnes() {
    // Given
    var events = new Events(new Random(SEED)).list(5000);
    write(events);

    // When
    var found = store.summary(query(GroupBy.GATEWAY));

    // Then
    for (var group : found.groups()) {
      var exact =
          events.stream()
              .filter(e -> group.key().equals(Optional.of(e.gateway().value())))
              .mapToLong(e -> e.duration().toNanos())
              .sorted()
              .toArray();
      assertThat(group.counts().requests()).isEqualTo(exact.length);
      close(group.counts().p50Millis(), rank(exact, 50));
      close(group.counts().p95Millis(), rank(exact, 95));
      close(group.counts().p99Millis(), rank(exact, 99));
    }
    assertThat(found.groups()).hasSize(3);
    assertThat(found.total().requests()).isEqualTo(5000);
  }

  @Test
  void pagesOfEventsHoldEachOnceNewestFirst() {
    // Given: many of one time, so that only the place tells them apart
    var events = new ArrayList<>(new Events(new Random(SEED)).list(300));
    for (int i = 0; i < 40; i++) {
      events.add(
          Events.event("g" + i % 3, "same-" + i, Events.START.plusSeconds(9), 200, Duration.ZERO));
    }
    write(events);

    // When
    var seen = new ArrayList<RecordedRequest>();
    Optional<EventPlace> after = Optional.empty();
    while (true) {
      var page = store.events(query(GroupBy.GATEWAY), EventFilter.ALL, after, 7);
      seen.addAll(page);
      if (page.size() < 7) {
        break;
      }
      var last = page.get(6);
      after = EventPlace.of(new EventPlace(last.time(), last.gateway(), last.id()).text());
    }

    // Then
    assertThat(seen).extracting(r -> r.gateway() + " " + r.id()).doesNotHaveDuplicates();
    assertThat(seen).hasSize(340);
    assertThat(seen).isSortedAccordingTo(Comparator.comparing(RecordedRequest::time).reversed());
  }

  @Test
  void findsEventsByStatusAndDuration() {
    // Given
    write(
        List.of(
            Events.event("gone", Events.START, 0, Duration.ofMillis(5)),
            Events.event("fast", Events.START, 502, Duration.ofMillis(5)),
            Events.event("slow", Events.START, 503, Duration.ofMillis(900))));

    // When
    var errors = found(new EventFilter(500, 599, Duration.ZERO, Optional.empty()));
    var slow = found(new EventFilter(0, 999, Duration.ofMillis(900), Optional.empty()));
    var gone = found(new EventFilter(0, 0, Duration.ZERO, Optional.empty()));

    // Then
    assertThat(errors).containsExactlyInAnyOrder("fast", "slow");
    assertThat(slow).containsExactly("slow");
    assertThat(gone).containsExactly("gone");
  }

  @Test
  void findsTheEventsOfATraceOnAllGateways() {
    // Given
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    var apart = Events.event("one", "apart", Events.START, 200, Duration.ZERO);
    var first = Events.event("one", "first", Events.START, 503, Duration.ZERO);
    var second = Events.event("two", "second", Events.START.plusMillis(3), 200, Duration.ZERO);
    write(
        List.of(
            EventDraft.like(apart).traced("0af7651916cd43dd8448eb211c80319c").event(),
            EventDraft.like(first).traced(trace).event(),
            EventDraft.like(second).traced(trace).event(),
            Events.event("two", "untraced", Events.START, 200, Duration.ZERO)));

    // When
    var all = found(new EventFilter(0, 999, Duration.ZERO, Optional.of(trace)));
    var failed = found(new EventFilter(500, 599, Duration.ZERO, Optional.of(trace)));
    var nobodys = found(new EventFilter(0, 999, Duration.ZERO, Optional.of("0".repeat(32))));

    // Then
    assertThat(all).containsExactly("second", "first");
    assertThat(failed).containsExactly("first");
    assertThat(nobodys).isEmpty();
  }

  @Test
  void givesBackAnEventWithAllThatWasKnownOfIt() {
    // Given
    var events = new Events(new Random(SEED)).list(200);
    write(events);

    // When, Then
    for (var event : events) {
      var kept = store.event(Events.TENANT, Optional.of(event.gateway().value()), event.id(), 10);
      assertThat(kept)
          .usingRecursiveComparison()
          .ignoringFields("time", "observedTime")
          .isEqualTo(List.of(event));
      assertThat(kept.get(0).time()).isCloseTo(event.time(), within(1, ChronoUnit.MICROS));
    }
    assertThat(store.event(Events.TENANT, Optional.empty(), "nobody's", 10)).isEmpty();
  }

  @Test
  void groupsByClassAndDecision() {
    // Given
    write(
        List.of(
            Events.event("a", Events.START, 0, Duration.ZERO),
            Events.event("b", Events.START, 404, Duration.ZERO),
            Events.event("c", Events.START, 429, Duration.ZERO)));

    // When, Then
    assertThat(store.summary(query(GroupBy.CLASS)).groups())
        .extracting(group -> group.key().orElse(""))
        .containsExactly("4xx", "0");
    assertThat(store.summary(query(GroupBy.DECISION)).groups())
        .extracting(group -> group.key().orElse(""))
        .containsExactly("via_upstream");
  }

  @Test
  void tellsTheBusiestOfManyAndCountsAll() {
    // Given: consumer i asks i + 1 times, with a latency of its own
    var events = new ArrayList<TrafficEvent>();
    int consumers = TrafficQuery.MAX_GROUPS + 10;
    for (int i = 0; i < consumers; i++) {
      for (int j = 0; j <= i; j++) {
        var one = Events.event(i + "-" + j, Events.START, 200, Duration.ofMillis(i + 1));
        events.add(EventDraft.like(one).by(Optional.of("consumer-" + i), "10.0.0.1").event());
      }
    }
    write(events);

    // When
    var found = store.summary(query(GroupBy.CONSUMER));
    var series = store.series(query(GroupBy.CONSUMER));

    // Then
    assertThat(found.total().requests()).isEqualTo(consumers * (consumers + 1) / 2);
    assertThat(found.more()).isTrue();
    assertThat(found.groups()).hasSize(TrafficQuery.MAX_GROUPS);
    for (int rank = 0; rank < TrafficQuery.MAX_GROUPS; rank++) {
      var group = found.groups().get(rank);
      int consumer = consumers - 1 - rank;
      assertThat(group.key()).contains("consumer-" + consumer);
      assertThat(group.counts().requests()).isEqualTo(consumer + 1);
      close(group.counts().p50Millis(), consumer + 1);
    }
    assertThat(series)
        .extracting(point -> point.key().orElse(""))
        .containsExactlyInAnyOrderElementsOf(
            found.groups().subList(0, 20).stream().map(g -> g.key().orElse("")).toList());
  }

  @Test
  void removesDuplicatesWithinABatchAndAcrossBatches() {
    // Given
    var first = Events.event("a", Events.START, 200, Duration.ofMillis(1));
    var elsewhere = Events.event("other", "a", Events.START, 200, Duration.ofMillis(1));

    // When
    var kept = write(List.of(first, first, elsewhere));
    var again = write(List.of(first));

    // Then
    assertThat(kept).containsExactly(first, elsewhere);
    assertThat(again).isEmpty();
    assertThat(store.summary(query(GroupBy.GATEWAY)).total().requests()).isEqualTo(2);
  }

  @Test
  void countsAnIdThatComesBackAfterTheWindowAgain() {
    // Given
    write(List.of(Events.event("a", Events.START, 200, Duration.ofMillis(1))));

    // When
    var inside = Events.event("a", Events.START.plus(WINDOW), 200, Duration.ofMillis(1));
    var outside =
        Events.event("a", Events.START.plus(WINDOW).plusMillis(1), 200, Duration.ofMillis(1));

    // Then
    assertThat(write(List.of(inside))).isEmpty();
    assertThat(write(List.of(outside))).hasSize(1);
  }

  @Test
  void keepsRowsAndOffsetsOfEachClusterAcrossAReopening() {
    // Given
    write(List.of(Events.event("a", Events.START, 503, Duration.ofMillis(20))));

    // When
    store.close();
    store = store(WINDOW);

    // Then
    assertThat(store.offsets("c", "t")).containsExactly(Map.entry(0, 1L));
    assertThat(store.offsets("another", "t")).isEmpty();
    var request = store.errors(query(GroupBy.API), 500, 10).get(0);
    assertThat(request.status()).isEqualTo(503);
    assertThat(request.durationMillis()).isEqualTo(20);
    assertThat(request.api()).contains("orders");
    assertThat(request.consumer()).isEmpty();
  }

  @Test
  void countsErrorsClientErrorsAndUnansweredApart() {
    // Given
    write(
        List.of(
            Events.event("a", Events.START, 200, Duration.ofMillis(1)),
            Events.event("b", Events.START, 500, Duration.ofMillis(1)),
            Events.event("c", Events.START, 429, Duration.ofMillis(1)),
            Events.event("d", Events.START.plusSeconds(60), 0, Duration.ofMillis(1))));

    // When
    var total = store.summary(query(GroupBy.CONSUMER)).total();
    var series = store.series(query(GroupBy.ROUTE));

    // Then
    assertThat(total.errors()).isEqualTo(1);
    assertThat(total.clientErrors()).isEqualTo(1);
    assertThat(total.unanswered()).isEqualTo(1);
    assertThat(total.errorRate()).isEqualTo(0.25);
    assertThat(series)
        .extracting(p -> p.start() + " " + p.key().orElse("-") + " " + p.counts().requests())
        .containsExactly(
            "2026-11-21T10:00:00Z orders/list 3", "2026-11-21T10:01:00Z orders/list 1");
  }

  @Test
  void answersOnlyForTheTenantAskedFor() {
    // Given
    write(List.of(Events.event("a", Events.START, 500, Duration.ofMillis(1))));
    var other =
        new TrafficQuery(
            new Tenant("other"),
            Events.START,
            Events.START.plusSeconds(60),
            TrafficFilter.ALL,
            GroupBy.API,
            Duration.ofMinutes(1));

    // When // Then
    assertThat(store.summary(other).total().requests()).isZero();
    assertThat(store.series(other)).isEmpty();
    assertThat(store.errors(other, 400, 10)).isEmpty();
  }

  @Test
  void forgetsWhatTheHubReceivedBeforeTheLimit() {
    // Given
    write(
        List.of(
            Events.event("old", Events.START, 200, Duration.ofMillis(1)),
            Events.event("new", Events.START.plusSeconds(30), 200, Duration.ofMillis(1))));

    // When
    var removed = store.expire(Events.START.plusSeconds(10));

    // Then
    assertThat(removed).isEqualTo(1);
    assertThat(store.summary(query(GroupBy.API)).total().requests()).isEqualTo(1);
  }

  @Test
  void forgetsForWhoReadsAgainTheOffsetsAndWhatCameSince() {
    // Given
    var old = Events.event("old", Events.START, 200, Duration.ofMillis(1));
    var recent = Events.event("recent", Events.START.plusSeconds(30), 200, Duration.ofMillis(1));
    write(List.of(old, recent));

    // When
    var forgotten = store.forget("c", "t", Told.ONE_BY_ONE, recent.observedTime());

    // Then
    assertThat(forgotten).isEqualTo(1);
    assertThat(store.offsets("c", "t")).isEmpty();
    assertThat(write(List.of(old, recent))).containsExactly(recent);
    assertThat(store.offsets("c", "t")).containsExactly(Map.entry(0, 2L));
  }

  @Test
  void forgetsNothingWhileThereIsRoom() {
    // Given
    write(new Events(new Random(SEED)).list(50));

    // When, Then
    assertThat(store.shrink(1L << 30)).isZero();
    assertThat(store.summary(query(GroupBy.GATEWAY)).total().requests()).isEqualTo(50);
  }

  @Test
  void countsWhoGotThroughWithoutAName() {
    // Given
    write(
        List.of(
            Events.caller("a", "10.0.0.1", 200, Optional.of("team"), Set.of()),
            Events.caller("b", "10.0.0.1", 200, Optional.empty(), Set.of()),
            Events.caller("c", "10.0.0.2", 302, Optional.empty(), Set.of()),
            Events.caller("d", "10.0.0.3", 401, Optional.empty(), Set.of()),
            Events.caller("e", "10.0.0.3", 0, Optional.empty(), Set.of())));

    // When, Then
    assertThat(store.callers(query(GroupBy.ROUTE))).isEqualTo(new CallersSeen(3, 2, 2, true));
  }

  @Test
  void aGatewayThatCannotSayWhoCallsHasNamelessCallersOnly() {
    write(
        List.of(
            Events.caller("a", "10.0.0.1", 200, Optional.empty(), Set.of("trace", "consumer"))));

    assertThat(store.callers(query(GroupBy.ROUTE))).isEqualTo(new CallersSeen(1, 1, 1, false));
  }

  private List<String> found(EventFilter filter) {
    return store.events(query(GroupBy.GATEWAY), filter, Optional.empty(), 100).stream()
        .map(RecordedRequest::id)
        .toList();
  }
}
