package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What policies of a route say of the service that it leads to, which is made by us.
 *
 * @param fields of the service
 * @param healthchecks of an upstream, where it needs one
 * @param policies those it enforces; at least one
 */
public record ServicePart(
    SortedMap<String, Node> fields, Optional<Node.Obj> healthchecks, List<Policy> policies) {

  public ServicePart {
    if (policies.isEmpty()) {
      throw new IllegalArgumentException("a service enforces no policy");
    }
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    policies = List.copyOf(policies);
  }
}
