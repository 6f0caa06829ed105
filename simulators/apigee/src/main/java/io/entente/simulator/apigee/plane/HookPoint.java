package io.entente.simulator.apigee.plane;

/** The four places of an environment where a shared flow can be attached. */
public enum HookPoint {
  PRE_PROXY("PreProxyFlowHook"),
  PRE_TARGET("PreTargetFlowHook"),
  POST_TARGET("PostTargetFlowHook"),
  POST_PROXY("PostProxyFlowHook");

  private final String label;

  HookPoint(String label) {
    this.label = label;
  }

  /** As the management API calls it. */
  public String label() {
    return label;
  }
}
