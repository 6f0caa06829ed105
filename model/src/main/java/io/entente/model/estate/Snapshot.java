package io.entente.model.estate;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One picture of a gateway.
 *
 * @param gateway of which gateway
 * @param takenAt when the read began
 * @param objects by key, sorted
 * @param completeness how much was read
 */
public record Snapshot(
    GatewayId gateway,
    Instant takenAt,
    SortedMap<ObjectKey, NativeObject> objects,
    Completeness completeness) {

  public Snapshot {
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
  }

  public boolean complete() {
    return completeness instanceof Completeness.Complete;
  }
}
