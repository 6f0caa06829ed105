package io.entente.policy.resolution;

import io.entente.policy.PolicyKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * All are joined, widest first, so that the nearer has the last word. Between two that neither
 * target nor priority puts in order and that contradict each other, the first by name holds.
 */
final class Union implements Combination {

  private final BiFunction<PolicyKind, PolicyKind, Optional<String>> clash;

  /**
   * @param clash what two rules contradict each other about, if their order matters
   */
  Union(BiFunction<PolicyKind, PolicyKind, Optional<String>> clash) {
    this.clash = clash;
  }

  @Override
  public Outcome combine(List<EffectivePolicy> policies) {
    var holding = new ArrayList<EffectivePolicy>();
    var losers = new ArrayList<Loser>();
    for (EffectivePolicy candidate : policies) {
      var conflict =
          holding.stream().flatMap(held -> conflict(held, candidate).stream()).findFirst();
      conflict.ifPresentOrElse(losers::add, () -> holding.add(candidate));
    }
    return new Outcome(holding, losers);
  }

  private Optional<Loser> conflict(EffectivePolicy held, EffectivePolicy candidate) {
    // merge does not put a union in order, so it cannot settle a contradiction either
    if (held.nearness() != candidate.nearness()
        || held.policy().spec().priority() != candidate.policy().spec().priority()) {
      return Optional.empty();
    }
    return clash
        .apply(held.policy().spec().kind(), candidate.policy().spec().kind())
        .map(
            about ->
                new Loser(
                    candidate.policy(),
                    Loser.Why.CONFLICTED,
                    held.policy().id(),
                    "contradicts "
                        + held.policy().id()
                        + " about "
                        + about
                        + " at the same level ("
                        + candidate.level()
                        + ") and the same priority; the first by name holds until one is changed"));
  }
}
