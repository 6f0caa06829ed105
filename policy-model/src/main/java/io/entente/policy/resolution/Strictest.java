package io.entente.policy.resolution;

import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec.Merge;
import io.entente.policy.TargetRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One holds: the strictest, wherever it comes from; but the widest Override shuts out all that is
 * nearer than itself, stricter or not.
 */
final class Strictest implements Combination {

  private final Comparator<EffectivePolicy> strictestFirst;

  /**
   * @param strictness the stricter rule is the smaller
   */
  Strictest(Comparator<PolicyKind> strictness) {
    this.strictestFirst =
        Comparator.comparing(candidate -> candidate.policy().spec().kind(), strictness);
  }

  @Override
  public Outcome combine(List<EffectivePolicy> policies) {
    TargetRef.Kind fence = fence(policies);
    var admitted =
        policies.stream().filter(candidate -> candidate.from().compareTo(fence) <= 0).toList();
    // two equally strict rules are settled as a replacement is
    EffectivePolicy first = admitted.stream().min(strictestFirst).orElseThrow();
    var equallyStrict =
        admitted.stream().filter(other -> strictestFirst.compare(first, other) == 0).toList();
    var settled = new Replace().combine(equallyStrict);
    EffectivePolicy winner = settled.holding().get(0);
    var losers = new ArrayList<>(settled.losers());
    for (EffectivePolicy candidate : policies) {
      if (!equallyStrict.contains(candidate)) {
        losers.add(loser(winner, candidate, admitted.contains(candidate), fence));
      }
    }
    return new Outcome(List.of(winner), losers);
  }

  /** Nothing nearer than the widest Override takes part. */
  static TargetRef.Kind fence(List<EffectivePolicy> policies) {
    return policies.stream()
        .filter(candidate -> candidate.policy().spec().merge() == Merge.OVERRIDE)
        .map(EffectivePolicy::from)
        .min(Comparator.naturalOrder())
        .orElse(TargetRef.Kind.ROUTE);
  }

  static Loser loser(
      EffectivePolicy winner, EffectivePolicy loser, boolean admitted, TargetRef.Kind fence) {
    String reason =
        admitted
            ? winner.policy().id() + " is stricter"
            : "an Override at " + fence + " shuts out what is nearer";
    return new Loser(loser.policy(), Loser.Why.OVERRIDDEN, winner.policy().id(), reason);
  }
}
