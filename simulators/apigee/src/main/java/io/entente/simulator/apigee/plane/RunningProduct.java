package io.entente.simulator.apigee.plane;

import java.util.List;

/**
 * An API product of a key, with what it opens; an empty list opens everything of its kind.
 *
 * @param approved for the key
 * @param environments names
 * @param proxies names
 * @param resources paths: {@code /} is everything, {@code *} one segment, {@code **} any number
 */
public record RunningProduct(
    String name,
    boolean approved,
    List<String> environments,
    List<String> proxies,
    List<String> resources) {

  public RunningProduct {
    environments = List.copyOf(environments);
    proxies = List.copyOf(proxies);
    resources = List.copyOf(resources);
  }
}
