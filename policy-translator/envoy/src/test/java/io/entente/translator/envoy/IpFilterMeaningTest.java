package io.entente.translator.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.envoy.emit.FilterNames;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The emitted rules, interpreted, against what the filters mean. */
class IpFilterMeaningTest {

  private static final long SEED = 11;

  @Test
  void theRulesRefuseExactlyWhomTheFiltersRefuse() {
    var random = new Random(SEED);
    int refused = 0;
    int rounds = 0;
    for (int round = 0; round < 300; round++) {
      // Given
      var policies = new ArrayList<Policy>();
      for (int i = 0; i <= random.nextInt(3); i++) {
        Mode mode = random.nextInt(3) == 0 ? Mode.OBSERVE : Mode.ENFORCE;
        policies.add(Policies.of("p" + i, mode, RandomTraffic.ipFilter(random)));
      }
      Node rbac = emitted(policies);
      for (int i = 0; i < 60; i++) {
        String client = RandomTraffic.client(random);

        // When
        List<String> acting = matching(rbac, "rules", client);
        List<String> observed = matching(rbac, "shadow_rules", client);

        // Then
        for (Policy policy : policies) {
          boolean enforced = policy.spec().mode() == Mode.ENFORCE;
          assertThat((enforced ? acting : observed).contains(policy.id().policy().value()))
              .as("seed %d round %d: %s of %s", SEED, round, client, policy.spec().kind())
              .isEqualTo(refuses(policy, client));
        }
        refused += acting.isEmpty() ? 0 : 1;
        rounds++;
      }
    }
    assertThat(refused).isBetween(rounds / 5, rounds * 4 / 5);
  }

  private static boolean refuses(Policy policy, String client) {
    var exchange =
        new Exchange(
            new RouteTarget(CaseRequest.GATEWAY, new ApiName("orders"), new RouteName("all")),
            "GET",
            "/",
            Headers.none(),
            Optional.of(client),
            Optional.empty());
    Decision decision =
        PolicyEngine.evaluateRequest(
            List.of(new EffectivePolicy(policy, TargetRef.Kind.TENANT)),
            exchange,
            new State(1),
            Instant.EPOCH);
    return decision instanceof Decision.Reject || !((Decision.Pass) decision).observed().isEmpty();
  }

  private static List<String> matching(Node rbac, String rules, String client) {
    return ((Node.Obj) rbac)
        .field(rules)
        .map(node -> RbacInterpreter.matching(node, client))
        .orElse(List.of());
  }

  private static Node emitted(List<Policy> policies) {
    return Requests.field(
        RandomPolicies.routeFilter(policies, FilterNames.IP_FILTER).orElseThrow(), "rbac");
  }
}
