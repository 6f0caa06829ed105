package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.testkit.CaseRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** The same requests to what is meant and to what goes out. */
final class Limiting {

  private static final RouteTarget ROUTE =
      new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all"));

  private final List<EffectivePolicy> policies;
  private final State state = new State(100_000);
  private final RateLimitInterpreter kong;

  /** A request: from where, with which headers. */
  record Call(String address, Map<String, String> headers) {

    static Call any(Random random) {
      return new Call(
          "10.0.0." + random.nextInt(2),
          random.nextInt(3) == 0
              ? Map.of()
              : Map.of("x-client-" + random.nextInt(3), "v" + random.nextInt(2)));
    }
  }

  Limiting(List<Policy> policies) {
    this.policies =
        policies.stream().map(p -> new EffectivePolicy(p, TargetRef.Kind.TENANT)).toList();
    Translation translation = Worlds.translate(policies);
    assertThat(translation.refusals()).isEmpty();
    assertThat(translation.objects()).hasSize(1);
    Node plugin =
        ((Content.Tree) translation.objects().values().iterator().next().content()).root();
    this.kong = new RateLimitInterpreter(Recorded.field(plugin, "config"));
  }

  /** True when it is meant to pass. */
  boolean meant(Call call, Instant at) {
    var headers = new TreeMap<String, List<String>>();
    call.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    var exchange =
        new Exchange(
            ROUTE,
            "GET",
            "/orders",
            new Headers(headers),
            Optional.of(call.address()),
            Optional.empty());
    return PolicyEngine.evaluateRequest(policies, exchange, state, at) instanceof Decision.Pass;
  }

  /** True when Kong lets it pass. */
  boolean emitted(Call call, Instant at) {
    return kong.takes(
        at.getEpochSecond(), Worlds.ROUTE, Worlds.SERVICE, call.address(), call.headers());
  }
}
