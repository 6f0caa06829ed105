package io.entente.translator.envoy.reverse;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.PolicyKind;
import io.entente.policy.RateLimit;
import io.entente.policy.SpikeArrest;
import io.entente.policy.TrafficLog;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.reverse.FoundPolicy;
import io.entente.translator.reverse.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** All findings, and for each which requests it is about. Not thread-safe. */
final class Findings {

  private final Map<Finding, List<NativeRoute>> covered = new LinkedHashMap<>();
  private final Map<NativeRoute, List<Finding>> byRoute = new LinkedHashMap<>();
  private final Map<RouteTarget, List<NativeRoute>> copies = new TreeMap<>();
  private final boolean oneChain;

  /**
   * @param oneChain whether all requests of the gateway pass one chain
   */
  Findings(boolean oneChain) {
    this.oneChain = oneChain;
  }

  void add(NativeRoute route, List<Finding> findings) {
    byRoute.put(route, findings);
    route.target().ifPresent(t -> copies.computeIfAbsent(t, k -> new ArrayList<>()).add(route));
    findings.forEach(f -> covered.computeIfAbsent(f, k -> new ArrayList<>()).add(route));
  }

  /** What holds on a route of an API, where all its copies say the same; else on the first. */
  List<Finding> on(RouteTarget target) {
    return copies.getOrDefault(target, List.of()).stream()
        .findFirst()
        .map(route -> byRoute.getOrDefault(route, List.of()))
        .orElse(List.of());
  }

  Set<RouteTarget> targets() {
    return copies.keySet();
  }

  /** Whether every route says for itself what is kept of its exchanges. */
  boolean allLogThemselves() {
    return !byRoute.isEmpty()
        && byRoute.values().stream()
            .allMatch(found -> found.stream().anyMatch(f -> f.said().kind() instanceof TrafficLog));
  }

  /** As policies, each with its reach; what several routes count together is none. */
  List<FoundPolicy> policies(Reasons reasons) {
    var found = new ArrayList<FoundPolicy>();
    covered.forEach(
        (finding, routes) -> {
          if (countedTogether(finding, routes)) {
            reasons.add(
                finding.object(),
                finding.path(),
                "One bucket counts %d routes together; a limit counts each route apart."
                    .formatted(routes.size()));
          } else {
            reaches(finding, routes).forEach(reach -> found.add(policy(finding, reach)));
          }
        });
    return found;
  }

  private static boolean countedTogether(Finding finding, List<NativeRoute> routes) {
    PolicyKind kind = finding.said().kind();
    return (kind instanceof RateLimit || kind instanceof SpikeArrest)
        && finding.scope() != Scope.ROUTE
        && routes.size() > 1;
  }

  private List<Reach> reaches(Finding finding, List<NativeRoute> routes) {
    if (finding.scope() == Scope.CHAIN && oneChain && routes.size() == byRoute.size()) {
      return List.of(new Reach.WholeGateway());
    }
    var targets = new TreeSet<RouteTarget>();
    boolean all = true;
    for (NativeRoute route : routes) {
      Optional<RouteTarget> target = route.target().filter(t -> everywhere(finding, t));
      all &= target.isPresent();
      target.ifPresent(targets::add);
    }
    if (all) {
      return first(finding, routes.get(0)) ? List.of(new Reach.Routes(targets)) : List.of();
    }
    return whole(finding, routes)
        .map(place -> List.<Reach>of(new Reach.Native(place)))
        .orElseGet(() -> routes.stream().<Reach>map(r -> new Reach.Native(r.key())).toList());
  }

  private boolean everywhere(Finding finding, RouteTarget target) {
    return copies.getOrDefault(target, List.of()).stream()
        .allMatch(copy -> byRoute.getOrDefault(copy, List.of()).stream().anyMatch(finding::says));
  }

  /** A policy on several copies of a route is told once, from the first. */
  private boolean first(Finding finding, NativeRoute route) {
    return route
        .target()
        .map(target -> copies.getOrDefault(target, List.of()).get(0))
        .filter(copy -> copy.equals(route) || !says(copy, finding))
        .isPresent();
  }

  private boolean says(NativeRoute route, Finding finding) {
    return byRoute.getOrDefault(route, List.of()).stream().anyMatch(finding::says);
  }

  /** The native place of which the finding is about every route. */
  private Optional<ObjectKey> whole(Finding finding, List<NativeRoute> routes) {
    if (finding.scope() == Scope.ROUTE) {
      return Optional.empty();
    }
    NativeRoute first = routes.get(0);
    long there =
        byRoute.keySet().stream()
            .filter(
                route ->
                    finding.scope() == Scope.VIRTUAL_HOST
                        ? route.hostKey().equals(first.hostKey())
                        : route.object().equals(first.object()))
            .count();
    if (there != routes.size()) {
      return Optional.empty();
    }
    return Optional.of(finding.scope() == Scope.VIRTUAL_HOST ? first.hostKey() : first.object());
  }

  private static FoundPolicy policy(Finding finding, Reach reach) {
    return new FoundPolicy(
        finding.object(),
        finding.path().toString(),
        reach,
        finding.said().kind(),
        new TreeMap<>(finding.said().unexpressed()));
  }
}
