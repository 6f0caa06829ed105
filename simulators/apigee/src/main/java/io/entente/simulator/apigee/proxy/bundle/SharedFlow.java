package io.entente.simulator.apigee.proxy.bundle;

import java.util.List;

/** A shared flow as it runs. */
public record SharedFlow(String name, List<Step> steps) {

  public SharedFlow {
    steps = List.copyOf(steps);
  }
}
