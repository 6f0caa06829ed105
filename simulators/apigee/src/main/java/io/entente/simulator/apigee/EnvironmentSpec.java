package io.entente.simulator.apigee;

/**
 * An environment to start with.
 *
 * @param hasAnalytics whether the add-on is bought
 */
public record EnvironmentSpec(String name, EnvironmentType type, boolean hasAnalytics) {

  public EnvironmentSpec {
    Names.require("environment", name);
  }

  /** Comprehensive, with analytics. */
  public static EnvironmentSpec of(String name) {
    return new EnvironmentSpec(name, EnvironmentType.COMPREHENSIVE, true);
  }
}
