package io.entente.translator.envoy.reverse;

import io.entente.model.identity.PolicyName;
import io.entente.policy.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one filter says on a route.
 *
 * @param unsaid one sentence for each behaviour that no policy says
 */
record FilterReading(List<Said> policies, List<String> unsaid) {

  FilterReading {
    policies = List.copyOf(policies);
    unsaid = List.copyOf(unsaid);
  }

  /**
   * A policy in the words of a filter.
   *
   * @param name of the policy where the filter keeps it
   * @param unexpressed path below the configuration to a sentence
   */
  record Said(PolicyKind kind, Optional<PolicyName> name, Map<String, String> unexpressed) {
    Said {
      unexpressed = new TreeMap<>(unexpressed);
    }
  }

  static FilterReading nothing() {
    return new FilterReading(List.of(), List.of());
  }

  static FilterReading unsaid(String sentence) {
    return new FilterReading(List.of(), List.of(sentence));
  }

  static FilterReading of(PolicyKind kind, Map<String, String> unexpressed) {
    return new FilterReading(List.of(new Said(kind, Optional.empty(), unexpressed)), List.of());
  }

  FilterReading and(String sentence) {
    var longer = new ArrayList<>(unsaid);
    longer.add(sentence);
    return new FilterReading(policies, longer);
  }
}
