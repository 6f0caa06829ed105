package io.entente.translator;

import io.entente.model.fidelity.FidelityReport;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outcome of a translation.
 *
 * @param objects by key, sorted; canonical, each with its claims
 * @param fidelity one entry per policy and route
 * @param shadowed policies that foreign objects keep from acting, wholly or in part
 * @param refusals policies that must not go out as they stand; when not empty nothing may be
 *     planned
 * @param blobs the bytes of every file that {@code objects} name and that the gateway does not hold
 */
public record Translation(
    SortedMap<ObjectKey, NativeObject> objects,
    FidelityReport fidelity,
    List<Shadowed> shadowed,
    List<Problem> refusals,
    Set<Blob> blobs) {

  /** A translation to documents that are trees. */
  public Translation(
      SortedMap<ObjectKey, NativeObject> objects,
      FidelityReport fidelity,
      List<Shadowed> shadowed,
      List<Problem> refusals) {
    this(objects, fidelity, shadowed, refusals, Set.of());
  }

  public Translation {
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    shadowed = List.copyOf(shadowed);
    refusals = List.copyOf(refusals);
    blobs = Set.copyOf(blobs);
  }
}
