package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.limit;
import static io.entente.engine.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.ApiKey;
import io.entente.policy.Preflight;
import io.entente.policy.RequestSize;
import io.entente.policy.resolution.CallerResolution;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteResolution;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CallerPoliciesTest {

  private static final Trust TRUST =
      new Trust(Map.of("key-a", "alice", "key-b", "bob", "key-c", "carol"), Map.of());
  private static final EffectivePolicy KEYS =
      policy(
          "keys",
          new ApiKey(ApiKey.In.HEADER, "x-key", true, Preflight.PASS, ApiKey.Credentials.VENDOR));

  @Test
  void decidesByWhoCalls() {
    // Given
    var general = policy("general", new RequestSize(10));
    var theirs = policy("theirs", new RequestSize(1));
    var route = route(List.of(KEYS, general), List.of(KEYS, theirs), "alice", "bob");

    // When, Then
    assertThat(inForce(route, "key-a")).containsExactly(KEYS, theirs);
    assertThat(inForce(route, "key-b")).containsExactly(KEYS, theirs);
    assertThat(inForce(route, "key-c")).containsExactly(KEYS, general);
    assertThat(inForce(route, "unknown")).containsExactly(KEYS, general);
  }

  @Test
  void nobodyIsKnownWhereNothingAsks() {
    // Given
    var theirs = policy("theirs", new RequestSize(1));
    var route = route(List.of(), List.of(theirs), "alice");

    // When, Then
    assertThat(inForce(route, "key-a")).isEmpty();
  }

  @Test
  void countsThoseNamedTogetherAndApartFromEverybodysLimit() {
    // Given
    var general = policy("general", limit(3, 60));
    var theirs = policy("theirs", limit(2, 60));
    var route = route(List.of(KEYS, general), List.of(KEYS, general, theirs), "alice", "bob");
    var state = new State(100);

    // When, Then
    assertThat(passes(route, "key-a", state)).isTrue();
    assertThat(passes(route, "key-b", state)).isTrue();
    assertThat(passes(route, "key-a", state)).isFalse();
    assertThat(passes(route, "key-c", state)).isTrue();
    assertThat(passes(route, "key-c", state)).isFalse();
  }

  private static boolean passes(RouteResolution route, String key, State state) {
    var exchange = exchange(key);
    return PolicyEngine.evaluateRequest(
            PolicyEngine.inForce(route, exchange, TRUST, state, START),
            exchange,
            TRUST,
            state,
            START)
        instanceof Decision.Pass;
  }

  private static List<EffectivePolicy> inForce(RouteResolution route, String key) {
    return PolicyEngine.inForce(route, exchange(key), TRUST, new State(9), START);
  }

  private static Exchange exchange(String key) {
    return Fixtures.from("10.0.0.1", Map.of("x-key", List.of(key)));
  }

  private static RouteResolution route(
      List<EffectivePolicy> everybody, List<EffectivePolicy> some, String... consumers) {
    return new RouteResolution(
        Fixtures.request().route(),
        everybody,
        List.of(),
        List.of(new CallerResolution(new TreeSet<>(List.of(consumers)), some, List.of())));
  }
}
