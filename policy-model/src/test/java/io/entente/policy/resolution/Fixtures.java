package io.entente.policy.resolution;

import io.entente.model.estate.Api;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.identity.RouteName;
import io.entente.model.identity.Tenant;
import io.entente.policy.HeaderTransform;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.RateLimit;
import io.entente.policy.TargetRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A small estate: gateway eu in prod, API orders with routes list and add. */
final class Fixtures {

  static final Gateway EU =
      new Gateway(
          new Tenant("main"),
          new GatewayId("eu"),
          Vendor.ENVOY,
          Labels.of(Map.of("environment", "prod", "zone", "a")),
          Gateway.WriteMode.MANAGED);

  static final Api ORDERS =
      new Api(
          new ApiName("orders"),
          1,
          Labels.of(Map.of("exposure", "partner")),
          new TreeSet<>(Set.of(EU.id())),
          List.of(),
          List.of("*"),
          Optional.of(new Upstream(List.of(new Endpoint("127.0.0.1", 80)), Duration.ofSeconds(1))),
          List.of(route("list", Map.of("reads", "yes")), route("add", Map.of())));

  private Fixtures() {}

  private static Route route(String name, Map<String, String> labels) {
    return new Route(
        new RouteName(name), new PathMatch.Prefix("/" + name), new TreeSet<>(), Labels.of(labels));
  }

  static RouteTarget on(String route) {
    return new RouteTarget(EU.id(), ORDERS.name(), new RouteName(route));
  }

  static RateLimit limit(long requests) {
    return new RateLimit(requests, Duration.ofMinutes(1), new LimitKey.Route(), OnMissingKey.DENY);
  }

  static HeaderTransform set(String header, String value) {
    return new HeaderTransform(List.of(new HeaderTransform.Edit.Set(header, value)), List.of());
  }

  static TargetRef all(TargetRef.Kind kind) {
    return new TargetRef(kind, Optional.empty(), Labels.none());
  }

  static TargetRef named(TargetRef.Kind kind, String name) {
    return new TargetRef(kind, Optional.of(name), Labels.none());
  }

  static TargetRef labelled(TargetRef.Kind kind, String key, String value) {
    return new TargetRef(kind, Optional.empty(), Labels.of(Map.of(key, value)));
  }

  static Policy policy(String name, PolicyKind kind, TargetRef... targets) {
    return policy(name, kind, Merge.DEFAULT, 0, Mode.ENFORCE, targets);
  }

  static Policy policy(
      String name, PolicyKind kind, Merge merge, int priority, Mode mode, TargetRef... targets) {
    return new Policy(
        new PolicyVersion(new PolicyName(name), 1),
        Labels.none(),
        new PolicySpec(
            List.of(targets),
            merge,
            priority,
            mode,
            PolicySpec.Require.APPROXIMATE,
            PolicySpec.OnError.DENY,
            kind));
  }

  static EffectivePolicy from(TargetRef.Kind kind, String name, long requests) {
    return from(kind, name, requests, Merge.DEFAULT, 0);
  }

  static EffectivePolicy from(
      TargetRef.Kind kind, String name, long requests, Merge merge, int priority) {
    return new EffectivePolicy(
        policy(name, limit(requests), merge, priority, Mode.ENFORCE, all(kind)), kind);
  }

  static List<String> names(List<EffectivePolicy> policies) {
    return policies.stream().map(held -> held.policy().id().policy().value()).toList();
  }
}
