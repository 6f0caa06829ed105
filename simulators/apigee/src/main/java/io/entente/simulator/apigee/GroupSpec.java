package io.entente.simulator.apigee;

import java.util.List;

/** An environment group to start with: host names that lead to environments. */
public record GroupSpec(String name, List<String> hostnames, List<String> environments) {

  public GroupSpec {
    Names.require("environment group", name);
    hostnames = List.copyOf(hostnames);
    environments = List.copyOf(environments);
  }
}
