package io.entente.hub.traffic.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.traffic.Events;
import io.entente.hub.traffic.count.CountCodec;
import io.entente.hub.traffic.count.DeliveryCounts;
import io.entente.model.event.TrafficAggregate;
import io.entente.model.event.TrafficEvent;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store of traffic makes of requests of which there are only counts. */
abstract class CountedRequestsContract extends WeighedEventsContract {

  @Test
  void countsAreCountedAndMarkedAndShownNowhereAsRequests() {
    // Given
    write(List.of(Events.event("single", Events.START, 503, Duration.ofMillis(900))));
    count(
        List.of(
            Events.event("a", Events.START.plusSeconds(1), 200, Duration.ofMillis(1)),
            Events.event("b", Events.START.plusSeconds(2), 200, Duration.ofMillis(1)),
            Events.event("c", Events.START.plusSeconds(3), 404, Duration.ofMillis(5)),
            Events.event("d", Events.START.plusSeconds(70), 503, Duration.ofMillis(100))));

    // When
    var total = store.summary(query(GroupBy.API)).total();
    var byStatus = store.summary(query(GroupBy.STATUS)).groups();

    // Then
    assertThat(total.requests()).isEqualTo(5);
    assertThat(total.aggregated()).isEqualTo(4);
    assertThat(total.estimated()).isZero();
    assertThat(total.standardError()).isZero();
    assertThat(total.clientErrors()).isEqualTo(1);
    assertThat(total.errors()).isEqualTo(2);
    assertThat(byStatus)
        .extracting(
            g -> g.key().orElse("") + " " + g.counts().requests() + " " + g.counts().aggregated())
        .containsExactly("200 2 2", "503 2 1", "404 1 1");
    assertThat(store.series(query(GroupBy.API)))
        .extracting(p -> p.start() + " " + p.counts().requests() + " " + p.counts().aggregated())
        .containsExactly(Events.START + " 4 3", Events.START.plusSeconds(60) + " 1 1");
    assertThat(store.events(query(GroupBy.API), EventFilter.ALL, Optional.empty(), 99))
        .extracting(RecordedRequest::id)
        .containsExactly("single");
    assertThat(store.errors(query(GroupBy.API), 400, 99))
        .extracting(RecordedRequest::id)
        .containsExactly("single");
  }

  @Test
  void aDeliveryThatComesAgainCountsOnce() {
    // Given
    var delivered = new Events(new Random(SEED)).list(300);

    // When
    var first = count(delivered);
    var again = count(delivered);

    // Then
    assertThat(first.known()).isZero();
    assertThat(again).isEqualTo(new TrafficStore.Counted(0, first.fresh()));
    assertThat(store.summary(query(GroupBy.API)).total().requests()).isEqualTo(300);
    assertThat(store.offsets("c", "counts")).isEqualTo(Map.of(0, 300L));
  }

  @Test
  void answersAboutWholeMinutesAreThoseOfTheRequestsThemselves() {
    // Given
    var events = new Events(new Random(SEED)).list(2000);
    var kept = new java.util.HashMap<GroupBy, TrafficSummary>();
    var by = List.of(GroupBy.GATEWAY, GroupBy.API, GroupBy.ROUTE, GroupBy.STATUS, GroupBy.CLASS);
    write(events);
    by.forEach(each -> kept.put(each, store.summary(query(each))));
    store.forget("c", "t", Told.ONE_BY_ONE, Events.START.minus(1, ChronoUnit.DAYS));

    // When
    for (int from = 0; from < events.size(); from += 100) {
      count(events.subList(from, from + 100));
    }

    // Then: but for the mark
    for (GroupBy each : by) {
      var counted = store.summary(query(each));
      assertThat(unmarked(counted.total())).isEqualTo(kept.get(each).total());
      assertThat(counted.groups())
          .as("%s", each)
          .extracting(g -> g.key() + " " + unmarked(g.counts()))
          .containsExactlyElementsOf(
              kept.get(each).groups().stream().map(g -> g.key() + " " + g.counts()).toList());
    }
  }

  @Test
  void forgettingOneKindLeavesTheOther() {
    // Given
    write(List.of(Events.event("single", Events.START, 200, Duration.ofMillis(1))));
    count(List.of(Events.event("counted", Events.START, 200, Duration.ofMillis(1))));

    // When
    store.forget("c", "counts", Told.AS_COUNTS, Events.START.minusSeconds(1));

    // Then
    assertThat(store.summary(query(GroupBy.API)).total().requests()).isEqualTo(1);
    assertThat(store.event(Events.TENANT, Optional.empty(), "single", 9)).hasSize(1);
    assertThat(store.offsets("c", "counts")).isEmpty();
    assertThat(store.offsets("c", "t")).isNotEmpty();
  }

  @Test
  void ofWhatIsOnlyCountedNobodyKnowsWhoCalled() {
    count(List.of(Events.event("a", Events.START, 200, Duration.ofMillis(1))));

    assertThat(store.callers(query(GroupBy.ROUTE))).isEqualTo(new CallersSeen(1, 1, 0, false));
  }

  TrafficStore.Counted count(List<TrafficEvent> delivered) {
    return store.count(counts(delivered));
  }

  static CountBatch counts(List<TrafficEvent> delivered) {
    var counts = new LinkedHashMap<String, TrafficAggregate>();
    DeliveryCounts.of(delivered).forEach(each -> counts.put(CountCodec.id(each), each));
    return new CountBatch("c", "counts", counts, Map.of(0, (long) delivered.size()));
  }

  private static RequestCounts unmarked(RequestCounts counts) {
    assertThat(counts.aggregated()).isEqualTo(counts.requests());
    return new RequestCounts(
        counts.requests(),
        counts.errors(),
        counts.clientErrors(),
        counts.unanswered(),
        counts.errorRate(),
        counts.p50Millis(),
        counts.p95Millis(),
        counts.p99Millis(),
        counts.estimated(),
        counts.standardError(),
        0);
  }
}
