package io.entente.translator.envoy.reverse;

import io.entente.model.estate.Api;
import io.entente.model.estate.Upstream;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.CircuitBreaker.Failures;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.PolicyKind;
import io.entente.policy.Timeout;
import io.entente.translator.envoy.EnvoyNames;
import io.entente.translator.envoy.dialect.EnvoyKinds;
import io.entente.translator.envoy.reverse.FilterReading.Said;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a route and its cluster say of the way to the upstream. Clusters are read where we made them
 * only: every cluster has a time to connect, whoever wanted it.
 */
final class UpstreamReading {

  private final SortedMap<ObjectKey, Node> trees;
  private final List<Api> apis;

  UpstreamReading(SortedMap<ObjectKey, Node> trees, List<Api> apis) {
    this.trees = trees;
    this.apis = List.copyOf(apis);
  }

  List<Finding> of(NativeRoute route) {
    Node action = Trees.objectAt(route.document(), "route");
    Node cluster = cluster(route, action);
    var kinds = new ArrayList<PolicyKind>();
    Optional<CircuitBreaker> breaker = breaker(cluster);
    Optional<ConcurrencyLimit> limit = limit(cluster);
    Optional<Duration> connect =
        length(cluster, "connect_timeout").filter(time -> !ofApi(route, time));
    Optional<Duration> request = length(action, "timeout");
    Optional<Duration> idle = length(action, "idle_timeout");
    if (connect.isPresent() || request.isPresent() || idle.isPresent()) {
      kinds.add(new Timeout(connect, request, idle));
    }
    RetryReader.read(Trees.objectAt(action, "retry_policy")).ifPresent(kinds::add);
    breaker.ifPresent(kinds::add);
    limit.ifPresent(kinds::add);
    return kinds.stream().map(kind -> finding(route, kind)).toList();
  }

  private static Finding finding(NativeRoute route, PolicyKind kind) {
    return new Finding(
        route.object(),
        route.path().field("route"),
        Scope.ROUTE,
        kind.kindName(),
        new Said(kind, Optional.empty(), Map.of()));
  }

  /** Ours, that the route leads to; else an empty one. */
  private Node cluster(NativeRoute route, Node action) {
    return Trees.text(action, "cluster")
        .filter(name -> !name.isBlank())
        .filter(name -> route.target().isPresent() && route.object().equals(EnvoyNames.ROUTES))
        .map(name -> trees.getOrDefault(new ObjectKey(EnvoyKinds.CLUSTER, name), Node.obj()))
        .orElse(Node.obj());
  }

  /** What the document of the API says is no policy. */
  private boolean ofApi(NativeRoute route, Duration time) {
    return route
        .target()
        .flatMap(target -> apis.stream().filter(a -> a.name().equals(target.api())).findFirst())
        .flatMap(Api::upstream)
        .map(Upstream::connectTimeout)
        .filter(time::equals)
        .isPresent();
  }

  private static Optional<ConcurrencyLimit> limit(Node cluster) {
    List<Node> thresholds = Trees.items(cluster, "circuit_breakers", "thresholds");
    return thresholds.size() != 1
        ? Optional.empty()
        : Trees.whole(thresholds.get(0), "max_requests")
            .filter(most -> most >= 1 && most <= ConcurrencyLimit.LARGEST)
            .map(most -> new ConcurrencyLimit(most.intValue()));
  }

  private static Optional<CircuitBreaker> breaker(Node cluster) {
    Node detection = Trees.objectAt(cluster, "outlier_detection");
    boolean all =
        Trees.whole(detection, "enforcing_consecutive_5xx")
            .filter(share -> share == 100)
            .isPresent();
    Optional<Duration> open = length(detection, "base_ejection_time");
    return Trees.whole(detection, "consecutive_5xx")
        .filter(count -> count >= 1 && count <= CircuitBreaker.MOST_FAILURES)
        .flatMap(
            count ->
                open.filter(time -> time.toMillis() % 1_000 == 0)
                    .map(
                        time ->
                            new CircuitBreaker(
                                count.intValue(),
                                all ? Failures.SERVER_ERRORS : Failures.GATEWAY_ERRORS,
                                time)));
  }

  /** 1 ms to 1 h. */
  static Optional<Duration> length(Node message, String field) {
    return Trees.text(message, field)
        .filter(text -> text.matches("[0-9]{1,5}(\\.[0-9]{1,3})?s"))
        .map(text -> new BigDecimal(text.substring(0, text.length() - 1)))
        .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValueExact()))
        .filter(time -> !time.isZero() && time.compareTo(Timeout.LONGEST) <= 0);
  }
}
