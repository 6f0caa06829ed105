package io.entente.policy.resolution;

import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.PolicyKind;
import io.entente.policy.RequestSize;
import java.util.Comparator;

/** Which of two rules of a kind is the stricter. */
final class Strictness {

  private Strictness() {}

  /** For kinds that combine by it; the stricter rule is the smaller. */
  static Comparator<PolicyKind> of(PolicyKind kind) {
    if (kind instanceof RequestSize) {
      return Comparator.comparingLong(rule -> ((RequestSize) rule).maxBytes());
    }
    if (kind instanceof ConcurrencyLimit) {
      return Comparator.comparingInt(rule -> ((ConcurrencyLimit) rule).requests());
    }
    throw new IllegalStateException(
        "kind " + kind.kindName() + " combines by strictness and gives no order");
  }
}
