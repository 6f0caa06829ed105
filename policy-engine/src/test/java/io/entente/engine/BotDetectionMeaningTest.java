package io.entente.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.policy.BotDetection;
import io.entente.policy.BotDetection.OnMissing;
import io.entente.policy.Cidr;
import io.entente.policy.IpFilter;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAgents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BotDetectionMeaningTest {

  private static final BotDetection RULE =
      new BotDetection(List.of("(?i)bot", "^curl/"), List.of("^Good"), OnMissing.PASS);

  @Test
  void refusesWhomAPatternFinds() {
    assertThat(refusedBy(RULE, "Mozilla/5.0 (SomeBOT)")).contains("botDetection.deny");
    assertThat(refusedBy(RULE, "curl/8.0")).contains("botDetection.deny");
    assertThat(refusedBy(RULE, "my curl/8.0")).isEmpty();
    assertThat(refusedBy(RULE, "Mozilla/5.0")).isEmpty();
  }

  @Test
  void whoIsAllowedIsNotDenied() {
    assertThat(refusedBy(RULE, "GoodBot/1.0")).isEmpty();
    assertThat(refusedBy(RULE, "BadBot, not Good")).contains("botDetection.deny");
  }

  @Test
  void whoSaysNothingPassesUnlessDenied() {
    var denying = new BotDetection(List.of("bot"), List.of(".*"), OnMissing.DENY);
    assertThat(refusedBy(RULE)).isEmpty();
    assertThat(refusedBy(denying)).contains("botDetection.onMissing");
    assertThat(refusedBy(denying, "")).isEmpty();
  }

  @Test
  void anEmptyHeaderIsAText() {
    assertThat(refusedBy(new BotDetection(List.of("^$"), List.of(), OnMissing.PASS), ""))
        .contains("botDetection.deny");
  }

  @Test
  void severalHeadersAreOne() {
    var joined = new BotDetection(List.of("a,b"), List.of(), OnMissing.PASS);
    assertThat(refusedBy(joined, "a", "b")).contains("botDetection.deny");
    assertThat(refusedBy(joined, "a", "", "b")).contains("botDetection.deny");
    assertThat(refusedBy(joined, "b", "a")).isEmpty();
  }

  @Test
  void agentsAreJudgedAfterAddressesAndObservedOnesPass() {
    // Given
    var filter = new IpFilter(List.of(), List.of(Cidr.parse("10.0.0.0/8")));
    var exchange = exchange("curl/8.0");

    // When
    Decision refused = decision(exchange, policy("b", Mode.ENFORCE, RULE), filter(filter));
    Decision observed = decision(exchange, policy("b", Mode.OBSERVE, RULE));

    // Then
    assertThat(((Decision.Reject) refused).rule()).startsWith("ipFilter");
    assertThat(((Decision.Pass) observed).observed()).hasSize(1);
  }

  @Test
  void theEngineReadsPatternsAsJavaDoes() {
    var random = new Random(20261122);
    int found = 0;
    for (int round = 0; round < 5_000; round++) {
      // Given
      String pattern = RandomAgents.pattern(random);
      String agent = RandomAgents.agent(random);

      // When
      boolean refused =
          refusedBy(new BotDetection(List.of(pattern), List.of(), OnMissing.PASS), agent)
              .isPresent();

      // Then
      assertThat(refused)
          .as("round %d: %s in %s", round, pattern, agent)
          .isEqualTo(java.util.regex.Pattern.compile(pattern).matcher(agent).find());
      found += refused ? 1 : 0;
    }
    assertThat(found).isBetween(500, 4_500);
  }

  private static EffectivePolicy filter(IpFilter filter) {
    return policy("f", Mode.ENFORCE, filter);
  }

  private static EffectivePolicy policy(String name, Mode mode, PolicyKind kind) {
    return new EffectivePolicy(Policies.of(name, mode, kind), TargetRef.Kind.TENANT);
  }

  private static Optional<String> refusedBy(BotDetection rule, String... agents) {
    Decision decision = decision(exchange(agents), policy("b", Mode.ENFORCE, rule));
    if (decision instanceof Decision.Reject reject) {
      assertThat(reject.status()).isEqualTo(403);
      return Optional.of(reject.rule());
    }
    return Optional.empty();
  }

  private static Decision decision(Exchange exchange, EffectivePolicy... policies) {
    return PolicyEngine.evaluateRequest(
        new ArrayList<>(List.of(policies)), exchange, new State(1), Instant.EPOCH);
  }

  private static Exchange exchange(String... agents) {
    return new Exchange(
        new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all")),
        "GET",
        "/",
        agents.length == 0 ? Headers.none() : Headers.of(Map.of("user-agent", List.of(agents))),
        Optional.of("10.0.0.1"),
        Optional.empty());
  }
}
