package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.model.estate.Api;
import io.entente.model.estate.Route;
import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.policy.IpFilter;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.RateLimit;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.RandomPolicies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who is refused, and with which status, is what the engine says; in both lanes. */
class AdmissionMeaningTest {

  private static final long SEED = 20261121;
  private static final List<Duration> WINDOWS =
      List.of(Duration.ofMinutes(1), Duration.ofMinutes(90), Duration.ofHours(2));

  @Test
  void refusesWhomTheEngineRefuses() {
    var random = new Random(SEED);
    int refused = 0;
    int passed = 0;
    for (int round = 0; round < 150; round++) {
      // Given
      List<Route> routes = RandomRoutes.of(random);
      List<Policy> policies = policies(random, routes);
      boolean made = random.nextInt(3) == 0;
      Api api = made ? Worlds.made(routes) : Worlds.bound(routes);
      World world = Worlds.world();
      TranslationRequest request = Worlds.request(made ? new World() : world, api, policies);
      Translation translation = new ApigeeTranslator().translate(request);
      assertThat(translation.refusals()).isEmpty();
      var lane = new Lane(made, world, translation, BasePath.common(routes));
      var state = new State(100_000);
      Instant now = Instant.parse("2026-11-21T10:00:00Z");
      for (int i = 0; i < 60; i++) {
        now = now.plusSeconds(random.nextInt(40));
        String path = RandomRoutes.path(random);
        String method = RandomRoutes.method(random);
        String address = RandomPolicies.range(random).address().toString();
        Headers headers =
            random.nextBoolean()
                ? Headers.none()
                : Headers.of(
                    Map.of("x-client-" + random.nextInt(3), List.of("c" + random.nextInt(2))));

        // When
        Optional<Integer> answer =
            lane.message(path, method, address, now, headers).flatMap(lane::ask);

        // Then
        Optional<Route> route = RandomRoutes.of(routes, path, method);
        Optional<Integer> meant =
            route.isEmpty()
                ? (made ? Optional.of(404) : Optional.empty())
                : engine(request, api, route.get(), path, method, address, headers, state, now);
        if (!made || lane.reaches(path)) {
          assertThat(answer)
              .as(
                  "seed %d round %d made %s: %s %s from %s with %s, routes %s, policies %s",
                  SEED, round, made, method, path, address, headers, routes, policies)
              .isEqualTo(meant);
        }
        refused += meant.isPresent() ? 1 : 0;
        passed += meant.isPresent() ? 0 : 1;
      }
    }
    assertThat(refused).isGreaterThan(1_000);
    assertThat(passed).isGreaterThan(1_000);
  }

  private static Optional<Integer> engine(
      TranslationRequest request,
      Api api,
      Route route,
      String path,
      String method,
      String address,
      Headers headers,
      State state,
      Instant now) {
    var target = new RouteTarget(CaseRequest.GATEWAY, api.name(), route.name());
    Decision decision =
        PolicyEngine.evaluateRequest(
            request.effective(target),
            new Exchange(target, method, path, headers, Optional.of(address), Optional.empty()),
            state,
            now);
    return decision instanceof Decision.Reject reject
        ? Optional.of(reject.status())
        : Optional.empty();
  }

  /** Filters at will, and at most one limit a route: of two, each counts what it sees. */
  private static List<Policy> policies(Random random, List<Route> routes) {
    var policies = new ArrayList<Policy>();
    for (int i = random.nextInt(3); i > 0; i--) {
      IpFilter filter = RandomPolicies.ipFilter(random);
      policies.add(
          policy("f" + policies.size(), routes.get(random.nextInt(routes.size())), filter));
    }
    for (Route route : routes) {
      if (random.nextInt(4) > 0) {
        policies.add(
            policy(
                "l" + policies.size(),
                route,
                new RateLimit(
                    1 + random.nextInt(5),
                    WINDOWS.get(random.nextInt(WINDOWS.size())),
                    RandomPolicies.key(random),
                    OnMissingKey.values()[random.nextInt(3)])));
      }
    }
    return policies;
  }

  private static Policy policy(String name, Route route, PolicyKind kind) {
    return new Policy(
        new PolicyVersion(new PolicyName(name), 1),
        Labels.none(),
        new PolicySpec(
            List.of(
                new TargetRef(
                    TargetRef.Kind.ROUTE, Optional.of("shop/" + route.name()), Labels.none())),
            PolicySpec.Merge.DEFAULT,
            0,
            PolicySpec.Mode.ENFORCE,
            PolicySpec.Require.APPROXIMATE,
            PolicySpec.OnError.DENY,
            kind));
  }
}
