package io.entente.simulator.apigee;

/** What an environment of a pay-as-you-go organisation can do. */
public enum EnvironmentType {
  BASE,
  INTERMEDIATE,
  COMPREHENSIVE
}
