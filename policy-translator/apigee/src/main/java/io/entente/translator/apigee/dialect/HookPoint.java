package io.entente.translator.apigee.dialect;

import io.entente.model.nativeobject.ObjectKey;
import java.util.Arrays;
import java.util.Optional;

/** The four places of an environment at which one shared flow can run for every proxy. */
public enum HookPoint {
  PRE_PROXY("PreProxyFlowHook", "pre-proxy"),
  PRE_TARGET("PreTargetFlowHook", "pre-target"),
  POST_TARGET("PostTargetFlowHook", "post-target"),
  POST_PROXY("PostProxyFlowHook", "post-proxy");

  private final String vendorName;
  private final String label;

  HookPoint(String vendorName, String label) {
    this.vendorName = vendorName;
    this.label = label;
  }

  /** As Apigee calls it. */
  public String vendorName() {
    return vendorName;
  }

  /** As names of ours have it. */
  public String label() {
    return label;
  }

  public ObjectKey key() {
    return new ObjectKey(ApigeeKinds.FLOWHOOKS, vendorName);
  }

  public static Optional<HookPoint> find(String vendorName) {
    return Arrays.stream(values()).filter(p -> p.vendorName.equals(vendorName)).findFirst();
  }
}
