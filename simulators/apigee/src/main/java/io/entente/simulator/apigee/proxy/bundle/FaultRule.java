package io.entente.simulator.apigee.proxy.bundle;

import io.entente.simulator.apigee.proxy.condition.Condition;
import java.util.List;

/**
 * Steps for an error.
 *
 * @param always whether a default rule runs although another rule did
 */
public record FaultRule(String name, Condition condition, List<Step> steps, boolean always) {

  public FaultRule {
    steps = List.copyOf(steps);
  }
}
