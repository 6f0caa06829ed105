package io.entente.simulator.apigee;

import java.util.List;

/** A runtime instance to start with, in a region, attached to environments. */
public record InstanceSpec(String name, String location, List<String> environments) {

  public InstanceSpec {
    Names.require("instance", name);
    environments = List.copyOf(environments);
  }
}
