package io.entente.reconciliation;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The reverse of an applied plan.
 *
 * @param draft the steps back; refused as a whole with UNDO_BASE_MOVED when somebody has since
 *     changed what would be restored
 * @param ours of the objects concerned, those that are ours once it is applied, with their claims;
 *     an object of the plan that is absent here is no longer ours
 * @param cannotReturn what stays lost whatever is done, one sentence each
 */
public record UndoDraft(
    PlanDraft draft, SortedMap<ObjectKey, NativeObject> ours, List<String> cannotReturn) {

  public UndoDraft {
    ours = Collections.unmodifiableSortedMap(new TreeMap<>(ours));
    cannotReturn = List.copyOf(cannotReturn);
  }
}
