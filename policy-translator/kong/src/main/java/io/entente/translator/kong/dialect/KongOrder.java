package io.entente.translator.kong.dialect;

import io.entente.model.plan.Action;
import io.entente.model.plan.Change;
import java.util.Comparator;

/** Make before break: deletes come last, in the reverse of the order in which things are made. */
final class KongOrder {

  static final Comparator<Change> CHANGES =
      Comparator.comparingInt(KongOrder::rank).thenComparing(Change::key);

  private KongOrder() {}

  private static int rank(Change change) {
    int size = KongKinds.POINTED_AT_FIRST.size();
    int known = KongKinds.POINTED_AT_FIRST.indexOf(change.key().kind());
    // A kind we do not know may point at anything: it comes after all others and goes before them.
    int position = known < 0 ? size : known;
    return change.action() == Action.DELETE ? 2 * size + 1 - position : position;
  }
}
