package io.entente.policy.resolution;

import io.entente.policy.PolicySpec.Merge;
import java.util.Comparator;
import java.util.List;

/**
 * One holds: the widest Override if there is any, else the nearest Default; among equals the higher
 * priority. What is then still equal is a conflict, in which the first by name holds.
 */
final class Replace implements Combination {

  private static final Comparator<EffectivePolicy> STRONGEST_FIRST =
      Comparator.comparingInt(Replace::level)
          .thenComparing(
              Comparator.<EffectivePolicy>comparingInt(
                      candidate -> candidate.policy().spec().priority())
                  .reversed())
          .thenComparing(candidate -> candidate.policy().id());

  @Override
  public Outcome combine(List<EffectivePolicy> policies) {
    var ranked = policies.stream().sorted(STRONGEST_FIRST).toList();
    EffectivePolicy winner = ranked.get(0);
    return new Outcome(
        List.of(winner),
        ranked.stream().skip(1).map(candidate -> Losing.to(winner, candidate)).toList());
  }

  /** Overrides before Defaults; Overrides widest first, Defaults nearest first. */
  private static int level(EffectivePolicy candidate) {
    int distance = candidate.nearness();
    return candidate.policy().spec().merge() == Merge.OVERRIDE
        ? distance - Integer.MAX_VALUE
        : -distance;
  }
}
