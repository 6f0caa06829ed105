package io.entente.policy.resolution;

import io.entente.policy.PolicySpec.Merge;

/** Says why one policy gives way to another where only one can hold. */
final class Losing {

  private Losing() {}

  static Loser to(EffectivePolicy winner, EffectivePolicy loser) {
    boolean equal = Combination.equals(winner, loser);
    boolean conflict = equal && !Combination.saySame(winner.policy(), loser.policy());
    return new Loser(
        loser.policy(),
        conflict ? Loser.Why.CONFLICTED : Loser.Why.OVERRIDDEN,
        winner.policy().id(),
        reason(winner, loser, equal, conflict));
  }

  private static String reason(
      EffectivePolicy winner, EffectivePolicy loser, boolean equal, boolean conflict) {
    String name = winner.policy().id().toString();
    if (conflict) {
      return name
          + " has the same level ("
          + winner.level()
          + ") and the same priority; the first by name holds until one is given a priority";
    }
    if (equal) {
      return name + " has the same level (" + winner.level() + ") and says the same";
    }
    if (winner.policy().spec().merge() == Merge.OVERRIDE
        && (loser.policy().spec().merge() == Merge.DEFAULT
            || winner.nearness() != loser.nearness())) {
      return name + " is an Override at " + winner.level() + " and beats " + loser.level();
    }
    if (winner.nearness() == loser.nearness()) {
      return name
          + " has priority "
          + winner.policy().spec().priority()
          + " over "
          + loser.policy().spec().priority()
          + " at the same level ("
          + winner.level()
          + ")";
    }
    return name + " is nearer: " + winner.level() + " before " + loser.level();
  }
}
