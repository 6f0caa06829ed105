package io.entente.simulator.apigee.store;

/** How far a deployment is. */
public enum DeploymentState {
  PROGRESSING,
  READY,
  ERROR
}
