package io.entente.policy.resolution;

import static io.entente.policy.resolution.Fixtures.EU;
import static io.entente.policy.resolution.Fixtures.ORDERS;
import static io.entente.policy.resolution.Fixtures.all;
import static io.entente.policy.resolution.Fixtures.names;
import static io.entente.policy.resolution.Fixtures.on;
import static io.entente.policy.resolution.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.Cidr;
import io.entente.policy.Cors;
import io.entente.policy.IpFilter;
import io.entente.policy.Policy;
import io.entente.policy.RequestSize;
import io.entente.policy.TargetRef.Kind;
import io.entente.policy.TrafficLog;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficKindsResolutionTest {

  @Test
  void everyFilterHoldsAndTheNearestOfTheOthers() {
    // Given
    var filter = new IpFilter(List.of(Cidr.parse("10.0.0.0/8")), List.of());
    var cors = new Cors(List.of("*"), List.of("GET"), List.of(), List.of(), false, Duration.ZERO);
    var log = new TrafficLog(Duration.ofSeconds(1));
    List<Policy> policies =
        List.of(
            policy("filter-wide", filter, all(Kind.TENANT)),
            policy("filter-near", filter, all(Kind.ROUTE)),
            policy("cors-wide", cors, all(Kind.TENANT)),
            policy("cors-near", cors, all(Kind.API)),
            policy("log-wide", log, all(Kind.TENANT)),
            policy("log-near", log, all(Kind.ROUTE)));

    // When
    RouteResolution resolution =
        EffectivePolicyResolver.resolve(EU, List.of(ORDERS), policies).get(on("list"));

    // Then
    assertThat(names(resolution.effective()))
        .containsExactly("cors-near", "filter-wide", "filter-near", "log-near");
    assertThat(resolution.losers())
        .extracting(loser -> loser.policy().id().toString())
        .containsExactly("cors-wide@1", "log-wide@1");
  }

  @Test
  void theSmallestSizeHoldsWhereverItComesFrom() {
    // Given
    List<Policy> policies =
        List.of(
            policy("size-wide", new RequestSize(1_000), all(Kind.TENANT)),
            policy("size-near", new RequestSize(2_000), all(Kind.ROUTE)));

    // When
    RouteResolution resolution =
        EffectivePolicyResolver.resolve(EU, List.of(ORDERS), policies).get(on("list"));

    // Then
    assertThat(names(resolution.effective())).containsExactly("size-wide");
    assertThat(resolution.losers())
        .singleElement()
        .extracting(Loser::reason)
        .asString()
        .contains("size-wide@1 is stricter");
  }
}
