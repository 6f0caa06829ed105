package io.entente.hub.preview;

import io.entente.model.identity.PolicyName;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Action;
import io.entente.model.plan.Change;
import io.entente.reconciliation.PlanDraft;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many native objects a plan would touch now.
 *
 * @param whole everything the plan would do, changes of other documents included
 * @param ofText those of them that hold, or held, a part of a policy of the text
 */
public record PlannedObjects(ObjectCounts whole, ObjectCounts ofText) {

  /** Native objects by what happens to them. */
  public record ObjectCounts(int added, int changed, int removed) {

    static ObjectCounts of(List<Change> changes) {
      return new ObjectCounts(
          count(changes, Action.CREATE),
          count(changes, Action.UPDATE),
          count(changes, Action.DELETE));
    }

    private static int count(List<Change> changes, Action action) {
      return (int) changes.stream().filter(change -> change.action() == action).count();
    }
  }

  static PlannedObjects of(PlanDraft draft, Set<PolicyName> text) {
    List<Change> changes =
        draft.changeSets().stream()
            .flatMap(set -> set.steps().stream())
            .map(step -> step.change())
            .toList();
    return new PlannedObjects(
        ObjectCounts.of(changes),
        ObjectCounts.of(changes.stream().filter(change -> holds(change, text)).toList()));
  }

  private static boolean holds(Change change, Set<PolicyName> text) {
    return Stream.concat(change.before().stream(), change.after().stream())
        .map(NativeObject::claims)
        .flatMap(Set::stream)
        .map(Claim::sources)
        .flatMap(Set::stream)
        .anyMatch(
            source ->
                source instanceof ClaimSource.OfPolicy of && text.contains(of.version().policy()));
  }
}
