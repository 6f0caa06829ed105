package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.model.estate.Api;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.policy.Policy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
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

/** Which agents are refused is what the engine says. */
class BotDetectionMeaningTest {

  private static final long SEED = 20261122;

  @Test
  void refusesWhomTheEngineRefuses() {
    var random = new Random(SEED);
    int passed = 0;
    for (int round = 0; round < 200; round++) {
      // Given
      var policies = new ArrayList<Policy>();
      for (int i = random.nextInt(2); i >= 0; i--) {
        policies.add(Policies.enforcing("p" + i, RandomAgents.botDetection(random)));
      }
      boolean made = random.nextInt(3) == 0;
      Api api = made ? Worlds.made(Worlds.ALL) : Worlds.bound(Worlds.ALL);
      World world = Worlds.world();
      TranslationRequest request = Worlds.request(made ? new World() : world, api, policies);
      Translation translation = new ApigeeTranslator().translate(request);
      assertThat(translation.refusals()).isEmpty();
      var lane = new Lane(made, world, translation, BasePath.common(Worlds.ALL));
      for (int i = 0; i < 5; i++) {
        Headers headers = headers(random);

        // When
        Optional<Integer> answer =
            lane.message(Worlds.BASE, "GET", "10.0.0.1", Instant.EPOCH, headers).flatMap(lane::ask);

        // Then
        assertThat(answer)
            .as("seed %d round %d made %s: %s %s", SEED, round, made, headers, policies)
            .isEqualTo(meant(request, headers));
        passed += answer.isEmpty() ? 1 : 0;
      }
    }
    assertThat(passed).isBetween(200, 800);
  }

  private static Optional<Integer> meant(TranslationRequest request, Headers headers) {
    var target = new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all"));
    Decision decision =
        PolicyEngine.evaluateRequest(
            request.effective(target),
            new Exchange(
                target, "GET", Worlds.BASE, headers, Optional.of("10.0.0.1"), Optional.empty()),
            new State(1),
            Instant.EPOCH);
    return decision instanceof Decision.Reject reject
        ? Optional.of(reject.status())
        : Optional.empty();
  }

  private static Headers headers(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> Headers.of(Map.of("x-other", List.of("curl")));
      case 1 -> Headers.of(Map.of("user-agent", List.of("a" + RandomAgents.agent(random), "curl")));
      default -> Headers.of(Map.of("user-agent", List.of(RandomAgents.agent(random))));
    };
  }
}
