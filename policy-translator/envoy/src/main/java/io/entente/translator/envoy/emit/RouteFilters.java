package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What policies of one kind become on one route.
 *
 * @param configs filter name to its configuration for the route ({@code typed_per_filter_config})
 * @param metadata what the route is to know for its filters, by namespace ({@code filter_metadata})
 * @param upstream what they say of the way to the upstream
 * @param fidelity one entry per policy, in the order given
 */
public record RouteFilters(
    SortedMap<String, Node> configs,
    SortedMap<String, Node> metadata,
    UpstreamPart upstream,
    List<PolicyFidelity> fidelity) {

  public RouteFilters {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    configs = Collections.unmodifiableSortedMap(new TreeMap<>(configs));
    fidelity = List.copyOf(fidelity);
  }

  /** Of filters alone. */
  public RouteFilters(
      SortedMap<String, Node> configs,
      SortedMap<String, Node> metadata,
      List<PolicyFidelity> fidelity) {
    this(configs, metadata, UpstreamPart.nothing(), fidelity);
  }

  /** Of the way to the upstream alone. */
  public RouteFilters(UpstreamPart upstream, List<PolicyFidelity> fidelity) {
    this(new TreeMap<>(), new TreeMap<>(), upstream, fidelity);
  }

  /** Of filters that need no metadata. */
  public RouteFilters(SortedMap<String, Node> configs, List<PolicyFidelity> fidelity) {
    this(configs, new TreeMap<>(), fidelity);
  }
}
