package io.entente.policy.resolution;

import static io.entente.policy.resolution.Fixtures.EU;
import static io.entente.policy.resolution.Fixtures.ORDERS;
import static io.entente.policy.resolution.Fixtures.all;
import static io.entente.policy.resolution.Fixtures.names;
import static io.entente.policy.resolution.Fixtures.on;
import static io.entente.policy.resolution.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.TargetRef.Kind;
import io.entente.policy.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpstreamKindsResolutionTest {

  @Test
  void theShortestOfEachTimeHoldsWhereverItComesFrom() {
    // Given
    List<Policy> policies =
        List.of(
            policy("wide", timeout(100, 9_000, 0), all(Kind.TENANT)),
            policy("near", timeout(200, 5_000, 0), all(Kind.ROUTE)),
            policy("loose", timeout(300, 9_000, 0), all(Kind.API)));

    // When
    RouteResolution resolution = resolve(policies);

    // Then
    assertThat(names(resolution.effective())).containsExactly("wide", "near");
    assertThat(resolution.losers())
        .singleElement()
        .satisfies(
            loser -> {
              assertThat(loser.policy().id()).hasToString("loose@1");
              assertThat(loser.reason()).isEqualTo("wide@1 is stricter");
            });
  }

  @Test
  void oneThatIsStrictestInEverythingHoldsAlone() {
    assertThat(
            names(
                resolve(
                        List.of(
                            policy("all", timeout(100, 100, 100), all(Kind.TENANT)),
                            policy("same", timeout(100, 0, 0), all(Kind.TENANT)),
                            policy("some", timeout(0, 200, 0), all(Kind.ROUTE))))
                    .effective()))
        .containsExactly("all");
  }

  @Test
  void anOverrideShutsOutWhatIsNearer() {
    // Given
    Policy wide =
        policy("wide", timeout(500, 0, 0), Merge.OVERRIDE, 0, Mode.ENFORCE, all(Kind.TENANT));

    // When
    RouteResolution resolution =
        resolve(List.of(wide, policy("near", timeout(100, 100, 0), all(Kind.ROUTE))));

    // Then
    assertThat(names(resolution.effective())).containsExactly("wide");
    assertThat(resolution.losers()).extracting(Loser::reason).asString().contains("shuts out");
  }

  @Test
  void theSmallestConcurrencyLimitHolds() {
    assertThat(
            names(
                resolve(
                        List.of(
                            policy("ten", new ConcurrencyLimit(10), all(Kind.TENANT)),
                            policy("twenty", new ConcurrencyLimit(20), all(Kind.ROUTE))))
                    .effective()))
        .containsExactly("ten");
  }

  private static RouteResolution resolve(List<Policy> policies) {
    return EffectivePolicyResolver.resolve(EU, List.of(ORDERS), policies).get(on("list"));
  }

  private static Timeout timeout(int connect, int request, int idle) {
    return new Timeout(millis(connect), millis(request), millis(idle));
  }

  private static Optional<Duration> millis(int millis) {
    return millis == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
  }
}
