package io.entente.engine;

import static io.entente.engine.Fixtures.policy;
import static io.entente.engine.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.LogMasking;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.resolution.EffectivePolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogMaskingMeaningTest {

  private static Exchange exchange() {
    Exchange plain = request();
    return new Exchange(
            plain.route(),
            "GET",
            "/a",
            Headers.of(
                Map.of("cookie", List.of("a", "b"), "x-a", List.of("1"), "x-b", List.of("2"))),
            plain.clientAddress(),
            Optional.of(new Exchange.Response(200, Headers.of(Map.of("cookie", List.of("c"))))))
        .withQuery("k%65y=1&a=2&key=3&b");
  }

  @Test
  void whatAnyPolicyNamesIsNotLoggedAndTheRestIs() {
    // Given
    var policies =
        List.of(
            policy("one", new LogMasking(List.of("cookie"), List.of("key"))),
            policy("two", new LogMasking(List.of("x-a"), List.of())));

    // When
    Exchange logged = PolicyEngine.logged(policies, exchange());

    // Then
    assertThat(logged.requestHeaders().values()).containsOnlyKeys("x-b");
    assertThat(logged.response().orElseThrow().headers().values()).isEmpty();
    assertThat(logged.query()).isEqualTo("a=2&b");
    assertThat(logged.path()).isEqualTo("/a");
  }

  @Test
  void aStarIsTheWholeQuery() {
    var policies = List.of(policy("one", new LogMasking(List.of(), List.of("*"))));
    assertThat(PolicyEngine.logged(policies, exchange()).query()).isEmpty();
  }

  @Test
  void aPolicyThatOnlyObservesMasksNothing() {
    // Given
    List<EffectivePolicy> policies =
        List.of(
            policy(
                "one", new LogMasking(List.of("cookie"), List.of()), Mode.OBSERVE, OnError.DENY));
    // Then
    assertThat(PolicyEngine.logged(policies, exchange())).isEqualTo(exchange());
  }
}
