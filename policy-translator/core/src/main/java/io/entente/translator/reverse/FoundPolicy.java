package io.entente.translator.reverse;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.PolicyKind;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A policy that a native place says.
 *
 * @param from the object it was read from
 * @param path where in it; empty for the whole object
 * @param reach which requests it is about
 * @param kind what it says
 * @param unexpressed what the place says beyond {@code kind}: path below {@code path} to one
 *     sentence on what it means and why no policy says it; empty when nothing is lost
 */
public record FoundPolicy(
    ObjectKey from,
    String path,
    Reach reach,
    PolicyKind kind,
    SortedMap<String, String> unexpressed) {

  public FoundPolicy {
    unexpressed = Collections.unmodifiableSortedMap(new TreeMap<>(unexpressed));
  }
}
