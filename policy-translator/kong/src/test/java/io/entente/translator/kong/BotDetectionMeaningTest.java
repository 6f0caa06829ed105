package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.NativeObject;
import io.entente.policy.BotDetection.OnMissing;
import io.entente.policy.Policy;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAgents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Agents on a simulated node, which is held to recordings, against what the policies mean. */
class BotDetectionMeaningTest {

  private static final long SEED = 20261122;
  private static final RouteTarget ROUTE =
      new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all"));

  /** Of which the plugin refuses some by itself. */
  private static final List<String> BUILT_IN =
      List.of("okhttp/4.9", "axios/1.6", "Go-http-client/1.1", "Googlebot/2.1", "Scrapy/2");

  @Test
  void refusesWhomThePoliciesRefuseAndNobodyByItself() {
    var random = new Random(SEED);
    int refused = 0;
    int passed = 0;
    int several = 0;
    try (var kong = new RunningKong()) {
      Collection<NativeObject> before = List.of();
      for (int round = 0; round < 60; round++) {
        // Given
        var policies = new ArrayList<Policy>();
        for (int i = random.nextInt(3); i >= 0; i--) {
          policies.add(
              Policies.enforcing("p" + i, RandomAgents.botDetection(random, OnMissing.PASS)));
        }
        Translation translation = Worlds.translate(policies);
        assertThat(translation.refusals()).isEmpty();
        kong.hold(before, translation.objects().values());
        before = translation.objects().values();
        for (int i = 0; i < 15; i++) {
          List<String> agents = agents(random);
          String about = "seed %d round %d: %s, %s".formatted(SEED, round, policies, agents);

          // When
          Decision meant =
              PolicyEngine.evaluateRequest(
                  effective(policies), exchange(agents), new State(1), Instant.EPOCH);
          var request = kong.request();
          agents.forEach(agent -> request.header("user-agent", agent));
          int status = kong.call(request.build()).statusCode();

          // Then
          if (agents.size() > 1) {
            // as is stated of mode
            several++;
            assertThat(status).as(about).isEqualTo(400);
          } else if (meant instanceof Decision.Reject reject) {
            refused++;
            assertThat(status).as(about).isEqualTo(reject.status());
          } else {
            passed++;
            assertThat(status).as(about).isEqualTo(200);
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(200);
    assertThat(passed).isGreaterThan(200);
    assertThat(several).isPositive();
  }

  private static List<String> agents(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> List.of(RandomAgents.agent(random), RandomAgents.agent(random));
      case 1, 2 -> List.of(BUILT_IN.get(random.nextInt(BUILT_IN.size())));
      default -> List.of(RandomAgents.agent(random));
    };
  }

  private static Exchange exchange(List<String> agents) {
    return new Exchange(
        ROUTE,
        "GET",
        "/orders/1",
        Headers.of(Map.of("user-agent", agents)),
        Optional.of("127.0.0.1"),
        Optional.empty());
  }

  private static List<EffectivePolicy> effective(List<Policy> policies) {
    return policies.stream()
        .map(policy -> new EffectivePolicy(policy, TargetRef.Kind.TENANT))
        .toList();
  }
}
