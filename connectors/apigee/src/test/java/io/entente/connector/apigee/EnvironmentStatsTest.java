package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.spi.AggregateBucket;
import io.entente.connector.spi.AggregateRead;
import io.entente.simulator.apigee.EnvironmentSpec;
import io.entente.simulator.apigee.EnvironmentType;
import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.OrganizationSpec;
import io.entente.simulator.apigee.plane.DataPlane;
import io.entente.simulator.apigee.plane.RequestFact;
import io.entente.simulator.apigee.plane.RequestFacts;
import io.entente.simulator.apigee.plane.RunningBundle;
import io.entente.simulator.apigee.plane.RunningEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The connector's counts against a simulated management API that checks every call. */
class EnvironmentStatsTest {

  private static final Instant FROM = Instant.parse("2026-11-21T08:00:00Z");

  private final List<RequestFacts> analytics = new ArrayList<>();

  @Test
  void countsOfEveryMinuteAndProxyAreThoseOfTheOrganization() {
    try (var apigee = apigee(new EnvironmentSpec("test", EnvironmentType.COMPREHENSIVE, true))) {
      // Given
      for (int minute = 0; minute < 3; minute++) {
        request("orders-v1", FROM.plus(Duration.ofMinutes(minute)), 200, 12);
        request("orders-v1", FROM.plus(Duration.ofMinutes(minute)).plusSeconds(59), 502, 30);
        request("carts", FROM.plus(Duration.ofMinutes(minute)), 200, 1);
      }
      // When
      var read =
          apigee
              .connector()
              .aggregates()
              .orElseThrow()
              .read(FROM, FROM.plus(Duration.ofMinutes(2)));
      // Then
      assertThat(read).isInstanceOf(AggregateRead.Complete.class);
      List<AggregateBucket> buckets = ((AggregateRead.Complete) read).buckets();
      assertThat(buckets).hasSize(4);
      AggregateBucket first =
          buckets.stream()
              .filter(b -> b.start().equals(FROM) && b.dimensions().containsValue("orders-v1"))
              .findFirst()
              .orElseThrow();
      assertThat(first.counts().requests()).contains(2L);
      assertThat(first.counts().errors()).contains(1L);
      assertThat(first.counts().targetErrors()).contains(1L);
      assertThat(first.counts().policyErrors()).contains(0L);
      assertThat(first.counts().latencyMillis()).contains(42.0);
      assertThat(apigee.simulator().traffic().breaches()).isEmpty();
    }
  }

  @Test
  void withoutAnalyticsThereAreNoCountsAndNoQuery() {
    for (var spec :
        List.of(
            new EnvironmentSpec("test", EnvironmentType.BASE, false),
            new EnvironmentSpec("test", EnvironmentType.COMPREHENSIVE, false))) {
      try (var apigee = apigee(spec)) {
        var read = apigee.connector().aggregates().orElseThrow().read(FROM, FROM.plusSeconds(60));
        assertThat(read).isInstanceOf(AggregateRead.Unavailable.class);
      }
    }
  }

  private void request(String proxy, Instant at, int status, long millis) {
    analytics
        .get(0)
        .count(
            new RequestFact(
                "test",
                proxy,
                "1",
                "/" + proxy,
                "GET",
                at.toEpochMilli(),
                status,
                status,
                millis,
                millis - 1,
                0,
                100,
                false,
                status >= 500));
  }

  private SimulatedApigee apigee(EnvironmentSpec environment) {
    return new SimulatedApigee(
        Options.defaults()
            .withCallsPerMinute(100_000)
            .withOrganizations(OrganizationSpec.of("acme", "test").withEnvironments(environment))
            .withDataPlane(
                (port, facts) -> {
                  analytics.add(facts);
                  return new NothingRuns();
                }),
        new TreeMap<>());
  }

  private static final class NothingRuns implements DataPlane {

    @Override
    public List<String> faultsOf(RunningBundle bundle, boolean sharedFlow) {
      return List.of();
    }

    @Override
    public void run(RunningEnvironment environment) {
      assertThat(environment.organization()).isNotBlank();
    }

    @Override
    public int port() {
      return 0;
    }

    @Override
    public void close() {}
  }
}
