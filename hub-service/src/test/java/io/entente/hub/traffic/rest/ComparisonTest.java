package io.entente.hub.traffic.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.hub.traffic.store.GroupBy;
import io.entente.hub.traffic.store.GroupCounts;
import io.entente.hub.traffic.store.RequestCounts;
import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.hub.traffic.store.TrafficSummary;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final TrafficQuery QUERY =
      new TrafficQuery(
          new Tenant("main"),
          NOON,
          NOON.plusSeconds(3600),
          TrafficFilter.ALL,
          GroupBy.API,
          Duration.ofMinutes(1));
  private static final RankParameters BUSIEST = new RankParameters("requests", "200");

  @Test
  void theEarlierTimeIsAsLongAndEndsWhereTheLaterBegins() {
    var before = Comparison.before(QUERY);
    assertThat(before.from()).isEqualTo(NOON.minusSeconds(3600));
    assertThat(before.to()).isEqualTo(NOON);
  }

  @Test
  void saysHowMuchEachGroupChangedAndWhichIsNew() {
    // When
    var compared =
        Comparison.of(
            QUERY,
            new TrafficSummary(
                counts(150, 0), List.of(group("a", 90, 0), group("b", 60, 0)), false),
            new TrafficSummary(counts(100, 0), List.of(group("a", 60, 0)), false),
            BUSIEST);

    // Then
    assertThat(compared.requestsChange()).contains(0.5);
    assertThat(compared.groups().get(0).requestsChange()).contains(0.5);
    assertThat(compared.groups().get(1).previous().orElseThrow().requests()).isZero();
    assertThat(compared.groups().get(1).requestsChange()).isEmpty();
  }

  @Test
  void doesNotCallAGroupNewThatWasMerelyNotAmongTheBusiest() {
    // When
    var compared =
        Comparison.of(
            QUERY,
            new TrafficSummary(counts(60, 0), List.of(group("b", 60, 0)), false),
            new TrafficSummary(counts(100, 0), List.of(group("a", 60, 0)), true),
            BUSIEST);

    // Then
    assertThat(compared.groups().get(0).previous()).isEmpty();
    assertThat(compared.moreGroups()).isTrue();
  }

  @Test
  void ordersByWhatIsAskedForAndShowsSoMany() {
    // Given
    var groups = List.of(group("a", 90, 1), group("b", 60, 3), group("c", 10, 3));

    // When // Then
    assertThat(new RankParameters("errors", "2").ranked(groups))
        .extracting(group -> group.key().orElseThrow())
        .containsExactly("b", "c");
    assertThatThrownBy(() -> new RankParameters("colour", "2").ranked(groups))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().get(0).code()).isEqualTo("TRAFFIC_MEASURE_UNKNOWN"));
    assertThatThrownBy(() -> new RankParameters("errors", "201").ranked(groups))
        .isInstanceOf(ProblemException.class);
  }

  private static GroupCounts group(String key, long requests, long errors) {
    return new GroupCounts(Optional.of(key), counts(requests, errors));
  }

  private static RequestCounts counts(long requests, long errors) {
    return new RequestCounts(requests, errors, 0, 0, (double) errors / requests, 1, 2, 3, 0, 0, 0);
  }
}
