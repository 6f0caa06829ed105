package io.entente.simulator.apigee.proxy.bundle;

import java.util.List;
import java.util.Optional;

/**
 * What runs in an endpoint.
 *
 * @param conditional at most the first whose condition holds runs
 * @param faultRules in the order of the document
 */
public record Flows(
    Flow pre,
    List<Flow> conditional,
    Flow post,
    List<FaultRule> faultRules,
    Optional<FaultRule> defaultRule) {

  public Flows {
    conditional = List.copyOf(conditional);
    faultRules = List.copyOf(faultRules);
  }
}
