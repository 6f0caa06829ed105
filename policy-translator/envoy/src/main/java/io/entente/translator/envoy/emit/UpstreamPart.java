package io.entente.translator.envoy.emit;

import io.entente.model.tree.Node;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What policies say of the way to the upstream, which no filter does.
 *
 * @param action fields of the route's action
 * @param cluster fields of the cluster, those of its thresholds apart
 * @param thresholds fields of its circuit breaker for requests of default priority
 * @param apart whether the cluster counts something that is meant of each route alone
 */
public record UpstreamPart(
    SortedMap<String, Node> action,
    SortedMap<String, Node> cluster,
    SortedMap<String, Node> thresholds,
    boolean apart) {

  private static final UpstreamPart NOTHING =
      new UpstreamPart(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), false);

  public UpstreamPart {
    action = Collections.unmodifiableSortedMap(new TreeMap<>(action));
    cluster = Collections.unmodifiableSortedMap(new TreeMap<>(cluster));
    thresholds = Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
  }

  public static UpstreamPart nothing() {
    return NOTHING;
  }

  /** With what another kind says; no two kinds say the same field. */
  public UpstreamPart and(UpstreamPart other) {
    return new UpstreamPart(
        joined(action, other.action),
        joined(cluster, other.cluster),
        joined(thresholds, other.thresholds),
        apart || other.apart);
  }

  /** Whether the cluster of the API would do. */
  public boolean plainCluster() {
    return cluster.isEmpty() && thresholds.isEmpty();
  }

  /** Whether a route with {@code other} may share the cluster. */
  public boolean sharesClusterWith(UpstreamPart other) {
    return !apart
        && !other.apart
        && cluster.equals(other.cluster)
        && thresholds.equals(other.thresholds);
  }

  private static SortedMap<String, Node> joined(
      SortedMap<String, Node> one, SortedMap<String, Node> other) {
    var joined = new TreeMap<>(one);
    joined.putAll(other);
    return joined;
  }
}
