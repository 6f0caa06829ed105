package io.entente.translator.reverse;

import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The outcome of reading a gateway's documents back. Each observed object is either in {@code
 * expressed} or in {@code remainder}, never in both, never in none.
 *
 * @param policies what was found, in the order of the objects
 * @param expressed objects that policies say completely
 * @param remainder all other objects, unchanged
 * @param reasons for an object of the remainder that holds behaviour, why no policy says it
 */
public record Reading(
    List<FoundPolicy> policies,
    Set<ObjectKey> expressed,
    SortedMap<ObjectKey, NativeObject> remainder,
    SortedMap<ObjectKey, String> reasons) {

  public Reading {
    policies = List.copyOf(policies);
    expressed = Collections.unmodifiableSet(new TreeSet<>(expressed));
    remainder = Collections.unmodifiableSortedMap(new TreeMap<>(remainder));
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    for (ObjectKey key : expressed) {
      if (remainder.containsKey(key)) {
        throw new IllegalArgumentException(key + " is expressed and in the remainder");
      }
    }
  }
}
