package io.entente.simulator.apigee;

/** Where the runtime of an organisation is. */
public enum RuntimeType {
  CLOUD,
  HYBRID
}
