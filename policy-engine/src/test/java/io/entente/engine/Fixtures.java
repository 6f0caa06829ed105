package io.entente.engine;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.identity.RouteName;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.RateLimit;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class Fixtures {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Fixtures() {}

  static EffectivePolicy policy(String name, PolicyKind kind) {
    return policy(name, kind, Mode.ENFORCE, OnError.DENY);
  }

  static EffectivePolicy policy(String name, PolicyKind kind, Mode mode, OnError onError) {
    return new EffectivePolicy(
        new Policy(
            new PolicyVersion(new PolicyName(name), 1),
            Labels.none(),
            new PolicySpec(
                List.of(new TargetRef(TargetRef.Kind.API, Optional.empty(), Labels.none())),
                PolicySpec.Merge.DEFAULT,
                0,
                mode,
                PolicySpec.Require.APPROXIMATE,
                onError,
                kind)),
        TargetRef.Kind.API);
  }

  static RateLimit limit(long requests, int seconds) {
    return limit(requests, seconds, new LimitKey.Route(), OnMissingKey.DENY);
  }

  static RateLimit limit(long requests, int seconds, LimitKey key, OnMissingKey onMissingKey) {
    return new RateLimit(requests, Duration.ofSeconds(seconds), key, onMissingKey);
  }

  static Exchange from(String address, Map<String, List<String>> headers) {
    return from(address, "GET", headers);
  }

  static Exchange from(String address, String method, Map<String, List<String>> headers) {
    return new Exchange(
        new RouteTarget(new GatewayId("eu"), new ApiName("orders"), new RouteName("list")),
        method,
        "/orders",
        Headers.of(headers),
        address.isEmpty() ? Optional.empty() : Optional.of(address),
        Optional.empty());
  }

  static Exchange request() {
    return from("10.0.0.1", Map.of());
  }
}
