package io.entente.policy.resolution;

import io.entente.policy.Policy;
import java.util.Comparator;
import java.util.List;

/** How several policies of one kind, all reaching one route, become those that hold on it. */
interface Combination {

  /** Widest first, then rising priority, then name: the later one has the last word. */
  Comparator<EffectivePolicy> ORDER =
      Comparator.comparingInt(EffectivePolicy::nearness)
          .thenComparing(holding -> holding.policy().spec().priority())
          .thenComparing(holding -> holding.policy().id());

  /**
   * Every one of {@code policies} comes back once, as holding or as loser.
   *
   * @param policies of one kind and one mode, in {@link #ORDER}
   */
  Outcome combine(List<EffectivePolicy> policies);

  /** What holds and what does not. */
  record Outcome(List<EffectivePolicy> holding, List<Loser> losers) {}

  /** True when neither target nor priority decides between the two. */
  static boolean equals(EffectivePolicy one, EffectivePolicy other) {
    return one.nearness() == other.nearness()
        && one.policy().spec().merge() == other.policy().spec().merge()
        && one.policy().spec().priority() == other.policy().spec().priority();
  }

  /** True when it makes no difference which of the two holds. */
  static boolean saySame(Policy one, Policy other) {
    return one.spec().kind().equals(other.spec().kind())
        && one.spec().onError() == other.spec().onError()
        && one.spec().require() == other.spec().require();
  }
}
