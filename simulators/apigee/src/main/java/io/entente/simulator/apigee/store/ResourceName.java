package io.entente.simulator.apigee.store;

import java.util.Comparator;

/** Name of a resource file. */
public record ResourceName(String type, String name) implements Comparable<ResourceName> {

  @Override
  public int compareTo(ResourceName other) {
    return Comparator.comparing(ResourceName::type)
        .thenComparing(ResourceName::name)
        .compare(this, other);
  }
}
