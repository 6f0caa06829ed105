package io.entente.translator;

import io.entente.policy.Policy;
import io.entente.policy.resolution.EffectivePolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which policies of one route are emitted together. */
public final class PoliciesByKind {

  private PoliciesByKind() {}

  /** By kind name, kinds and policies in order of application. */
  public static Map<String, List<Policy>> of(List<EffectivePolicy> effective) {
    var byKind = new LinkedHashMap<String, List<Policy>>();
    for (EffectivePolicy each : effective) {
      String kind = each.policy().spec().kind().kindName();
      byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(each.policy());
    }
    return byKind;
  }
}
