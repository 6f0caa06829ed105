package io.entente.simulator.apigee.proxy.bundle;

import io.entente.simulator.apigee.proxy.condition.Condition;
import java.util.List;

/** A named pair of request and response steps. */
public record Flow(String name, Condition condition, List<Step> request, List<Step> response) {

  public Flow {
    request = List.copyOf(request);
    response = List.copyOf(response);
  }

  static Flow empty(String name) {
    return new Flow(name, new Condition.Always(), List.of(), List.of());
  }
}
