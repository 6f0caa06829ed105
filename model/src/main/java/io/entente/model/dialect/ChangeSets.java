package io.entente.model.dialect;

import io.entente.model.nativeobject.Hash;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.plan.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Packing as most vendors need it: one set, one step a change. */
public final class ChangeSets {

  private ChangeSets() {}

  /**
   * One set of all changes; none when there are none.
   *
   * @param order what must happen first comes first
   */
  public static List<ChangeSet> one(
      Dialect dialect,
      ApplyDomain domain,
      boolean atomic,
      List<Change> changes,
      Comparator<Change> order) {
    if (changes.isEmpty()) {
      return List.of();
    }
    var steps = new ArrayList<Step>();
    changes.stream().sorted(order).forEach(change -> steps.add(new Step(steps.size() + 1, change)));
    return List.of(new ChangeSet(domain, atomic, steps, base(dialect, changes)));
  }

  private static Hash base(Dialect dialect, List<Change> changes) {
    var text = new StringBuilder();
    changes.stream()
        .sorted(Comparator.comparing(Change::key))
        .forEach(
            change ->
                text.append(change.key())
                    .append(' ')
                    .append(
                        change
                            .before()
                            .map(o -> dialect.canonicalise(o.key(), o.content()).hash().hex())
                            .orElse("absent"))
                    .append('\n'));
    return Hash.ofText(text.toString());
  }
}
