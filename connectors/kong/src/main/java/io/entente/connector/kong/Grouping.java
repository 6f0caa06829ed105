package io.entente.connector.kong;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Action;
import io.entente.model.plan.Change;
import io.entente.model.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which steps may run beside each other: those on entities of one collection that are ours as a
 * whole. What others own is touched one step after the other, so that the first surprise ends the
 * plan. Pure.
 */
final class Grouping {

  /** Most steps of a group, whatever the rate. */
  static final int MOST = 1_000;

  private Grouping() {}

  /** As many steps as are let through while what their list showed is relied on. */
  static int most(double perSecond) {
    return (int) Math.max(1, Math.min(MOST, perSecond * OursNow.FRESH.toSeconds()));
  }

  /**
   * How many steps from the first on.
   *
   * @param most no more than this
   */
  static int together(List<Step> next, int most) {
    var first = next.get(0).change();
    if (!wholly(first)) {
      return 1;
    }
    var keys = new HashSet<ObjectKey>();
    int count = 0;
    while (count < Math.min(most, next.size())) {
      var change = next.get(count).change();
      if (!sameRank(first, change) || !wholly(change) || !keys.add(change.key())) {
        break;
      }
      count++;
    }
    return count;
  }

  private static boolean sameRank(Change one, Change other) {
    return one.key().kind().equals(other.key().kind())
        && (one.action() == Action.DELETE) == (other.action() == Action.DELETE);
  }

  private static boolean wholly(Change change) {
    return whole(change.before()) && whole(change.after());
  }

  private static boolean whole(Optional<NativeObject> side) {
    return side.map(NativeObject::wholeClaimed).orElse(true);
  }
}
