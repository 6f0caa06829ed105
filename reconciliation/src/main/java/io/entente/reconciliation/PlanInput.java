package io.entente.reconciliation;

import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The three states a plan is made of.
 *
 * @param desired what shall be ours, with claims
 * @param lastApplied what we applied last, with the claims of then; empty on the first plan
 * @param observed what the gateway holds
 */
public record PlanInput(
    SortedMap<ObjectKey, NativeObject> desired,
    SortedMap<ObjectKey, NativeObject> lastApplied,
    Snapshot observed) {

  public PlanInput {
    desired = Collections.unmodifiableSortedMap(new TreeMap<>(desired));
    lastApplied = Collections.unmodifiableSortedMap(new TreeMap<>(lastApplied));
    for (NativeObject object : desired.values()) {
      if (object.claims().isEmpty()) {
        throw new IllegalArgumentException("desired object " + object.key() + " claims nothing");
      }
    }
  }
}
