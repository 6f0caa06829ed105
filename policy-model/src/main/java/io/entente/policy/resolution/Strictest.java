package io.entente.policy.resolution;

import io.entente.policy.PolicyKind;
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
    Fence fence = Fence.of(policies);
    var admitted = policies.stream().filter(fence::admits).toList();
    // two equally strict rules are settled as a replacement is
    EffectivePolicy first = admitted.stream().min(strictestFirst).orElseThrow();
    var equallyStrict =
        admitted.stream().filter(other -> strictestFirst.compare(first, other) == 0).toList();
    var settled = new Replace().combine(equallyStrict);
    EffectivePolicy winner = settled.holding().get(0);
    var losers = new ArrayList<>(settled.losers());
    for (EffectivePolicy candidate : policies) {
      if (!equallyStrict.contains(candidate)) {
        losers.add(fence.loser(winner, candidate));
      }
    }
    return new Outcome(List.of(winner), losers);
  }
}
