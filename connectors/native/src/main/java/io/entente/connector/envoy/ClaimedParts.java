package io.entente.connector.envoy;

import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compares and replaces what claims cover of a document, and nothing beside it. Pure. */
final class ClaimedParts {

  private ClaimedParts() {}

  /** True when both documents are equal in all that {@code claims} cover. */
  static boolean same(Node one, Node other, Collection<Claim> claims) {
    if (whole(claims)) {
      return one.equals(other);
    }
    return paths(claims).stream().allMatch(p -> Trees.get(one, p).equals(Trees.get(other, p)));
  }

  /** {@code observed} with the claimed parts of {@code desired}; parts claimed before go. */
  static Node merged(Node observed, NativeObject desired, Collection<Claim> claimedBefore) {
    Node wanted = tree(desired);
    if (desired.wholeClaimed()) {
      return wanted;
    }
    Node result = without(observed, gone(claimedBefore, paths(desired.claims())));
    for (NodePath path : paths(desired.claims())) {
      result = Trees.put(result, path, Trees.get(wanted, path));
    }
    return named(result, observed);
  }

  /** What is left of {@code observed} when our parts go; empty when nothing but its name is. */
  static Optional<Node> remainder(Node observed, Collection<Claim> claims) {
    if (whole(claims)) {
      return Optional.empty();
    }
    Node rest = without(observed, paths(claims));
    boolean foreign =
        rest instanceof Node.Obj obj
            && obj.fields().entrySet().stream()
                .anyMatch(e -> !e.getKey().equals("name") && !emptyList(e.getValue()));
    if (!foreign) {
      return Optional.empty();
    }
    return Optional.of(named(rest, observed));
  }

  /** What stays needs its name, also when the name was written by us. */
  private static Node named(Node node, Node observed) {
    return Trees.put(node, NodePath.of("name"), Trees.get(observed, NodePath.of("name")));
  }

  static Node tree(NativeObject object) {
    if (object.content() instanceof Content.Tree tree) {
      return tree.root();
    }
    throw new IllegalArgumentException("object " + object.key() + " is not a tree");
  }

  private static boolean whole(Collection<Claim> claims) {
    return claims.stream().anyMatch(c -> c instanceof Claim.Whole);
  }

  private static boolean emptyList(Node node) {
    return node instanceof Node.Arr arr && arr.items().isEmpty();
  }

  private static Node without(Node node, Collection<NodePath> paths) {
    Node result = node;
    for (NodePath path : paths) {
      result = Trees.put(result, path, Optional.empty());
    }
    return result;
  }

  private static List<NodePath> gone(Collection<Claim> before, Set<NodePath> now) {
    return paths(before).stream().filter(path -> !now.contains(path)).toList();
  }

  /** Outer parts first, so that an element is put into a list that is there. */
  private static Set<NodePath> paths(Collection<Claim> claims) {
    var paths =
        new TreeSet<NodePath>(
            Comparator.comparingInt((NodePath p) -> p.segments().size())
                .thenComparing(NodePath::toString));
    for (Claim claim : claims) {
      if (claim instanceof Claim.Fields fields) {
        paths.addAll(fields.paths());
      } else if (claim instanceof Claim.Element element) {
        paths.add(element.path());
      }
    }
    return paths;
  }
}
