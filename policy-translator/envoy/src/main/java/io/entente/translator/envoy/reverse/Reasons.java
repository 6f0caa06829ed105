package io.entente.translator.envoy.reverse;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.NodePath;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Why parts of objects are said by no policy. Not thread-safe. */
final class Reasons {

  /** How many are told of one object. */
  private static final int MOST = 20;

  private static final String OTHERWISE =
      "The policies found in it, translated again, give another document.";

  private final SortedMap<ObjectKey, SortedSet<String>> sentences = new TreeMap<>();

  void add(ObjectKey object, NodePath path, String sentence) {
    String where = path.segments().isEmpty() ? "" : path + ": ";
    sentences.computeIfAbsent(object, key -> new TreeSet<>()).add(where + sentence);
  }

  /** Everything about one object as text. */
  String of(ObjectKey object) {
    SortedSet<String> all = sentences.getOrDefault(object, Collections.emptySortedSet());
    if (all.isEmpty()) {
      return OTHERWISE;
    }
    String told = all.stream().limit(MOST).collect(Collectors.joining(" "));
    return all.size() > MOST ? told + " And " + (all.size() - MOST) + " more." : told;
  }
}
