package io.entente.hub.explain;

import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The native objects that documents came to, found by claims. */
final class ClaimedText {

  private ClaimedText() {}

  /**
   * One entry for every claimed part.
   *
   * @param desired what the documents of now come to
   * @param applied what was applied last; {@code applied} is true where it is the same
   */
  static Node of(
      SortedMap<ObjectKey, NativeObject> desired,
      SortedMap<ObjectKey, NativeObject> applied,
      Predicate<ClaimSource> concerns) {
    var entries = new ArrayList<Node>();
    desired.forEach(
        (key, object) ->
            object.claims().stream()
                .filter(claim -> claim.sources().stream().anyMatch(concerns))
                .sorted(Comparator.comparing(claim -> places(claim).toList().toString()))
                .map(claim -> entry(key, claim, concerns, object.equals(applied.get(key))))
                .forEach(entries::add));
    return Node.arr(entries);
  }

  private static Node entry(
      ObjectKey key, Claim claim, Predicate<ClaimSource> concerns, boolean applied) {
    return Node.obj(
        Map.of(
            "object", Node.text(key.toString()),
            "parts", Node.arr(places(claim).map(Node::text).toList()),
            "from",
                Node.arr(
                    claim.sources().stream()
                        .filter(concerns)
                        .map(Object::toString)
                        .sorted()
                        .map(Node::text)
                        .toList()),
            "applied", Node.bool(applied)));
  }

  /** Empty for the whole object. */
  static Stream<String> places(Claim claim) {
    if (claim instanceof Claim.Fields fields) {
      return fields.paths().stream().map(Object::toString).sorted();
    }
    if (claim instanceof Claim.Element element) {
      return Stream.of(element.path().toString());
    }
    return claim instanceof Claim.FileSet files ? files.names().stream().sorted() : Stream.of();
  }
}
