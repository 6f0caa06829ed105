package io.entente.translator.apigee.reverse;

import io.entente.policy.PolicyKind;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * What one native policy says.
 *
 * @param beyond path in it to what it says beyond the kind
 */
record Meaning(PolicyKind kind, SortedMap<String, String> beyond) {

  Meaning {
    beyond = Collections.unmodifiableSortedMap(new TreeMap<>(beyond));
  }

  /** A kind of which the values come from a document. */
  static Meaning of(Supplier<PolicyKind> kind, SortedMap<String, String> beyond) throws Unsaid {
    try {
      return new Meaning(kind.get(), beyond);
    } catch (IllegalArgumentException e) {
      throw new Unsaid("is outside of what a policy may say: " + e.getMessage());
    }
  }
}
