package io.entente.translator.apigee.reverse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for every native policy and the Step that runs it. */
final class Steps {

  /** Attributes every native policy may have. */
  static final Set<String> ATTRIBUTES = Set.of("name", "async", "continueOnError", "enabled");

  private Steps() {}

  /** These children, and those that change nothing. */
  static Set<String> children(String... own) {
    var all = new HashSet<>(List.of("DisplayName", "Properties"));
    all.addAll(List.of(own));
    return all;
  }

  /** Refuses what does not stop a request when it fails, or does not run. */
  static void requireActing(PolicyElement policy) throws Unsaid {
    if (policy.attribute("enabled").filter(e -> !e.equals("true")).isPresent()) {
      throw new Unsaid("is switched off (enabled is not true)");
    }
    if (policy.attribute("continueOnError").filter(e -> !e.equals("false")).isPresent()) {
      throw new Unsaid("lets requests pass when it refuses them (continueOnError is not false)");
    }
  }

  static void requireRequest(Run run) throws Unsaid {
    if (!run.request()) {
      throw new Unsaid("runs on the way back, after the target has answered");
    }
  }
}
