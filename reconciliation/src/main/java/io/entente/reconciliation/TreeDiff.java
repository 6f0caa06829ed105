package io.entente.reconciliation;

import io.entente.model.claim.ClaimScope;
import io.entente.model.claim.Elements;
import io.entente.model.claim.FileTree;
import io.entente.model.claim.Regions;
import io.entente.model.claim.TreeLookup;
import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Differences between two states of one object, inside claims only. */
public final class TreeDiff {

  private final Dialect dialect;
  private final ObjectKey key;
  private final List<Difference> found = new ArrayList<>();

  private TreeDiff(Dialect dialect, ObjectKey key) {
    this.dialect = dialect;
    this.key = key;
  }

  /**
   * What changed from {@code from} to {@code to} inside {@code within}, in path order. Elements of
   * a list are paired by the dialect's merge field where it names one and the keys are unique, else
   * by position. Both sides must be canonical already; an absent side is an absent object.
   */
  public static List<Difference> diff(
      Dialect dialect,
      ObjectKey key,
      Optional<Content> from,
      Optional<Content> to,
      Set<Claim> within) {
    var diff = new TreeDiff(dialect, key);
    boolean files = from.or(() -> to).filter(c -> c instanceof Content.Files).isPresent();
    var left = from.map(FileTree::root);
    var right = to.map(FileTree::root);
    var lists = new LinkedHashSet<Regions.ListOf>();
    for (NodePath path : Regions.of(within)) {
      if (files && path.equals(NodePath.root())) {
        diff.fields(path, object(left), object(right));
      } else {
        diff.compare(
            path,
            left.flatMap(root -> TreeLookup.find(root, path)),
            right.flatMap(root -> TreeLookup.find(root, path)));
      }
      Regions.ListOf.region(path).ifPresent(lists::add);
    }
    if (left.isPresent() && right.isPresent()) {
      for (Regions.ListOf of : lists) {
        diff.order(
            of.list(),
            ClaimScope.claimedKeys(left.get(), of, within),
            ClaimScope.claimedKeys(right.get(), of, within));
      }
    }
    return List.copyOf(diff.found);
  }

  private void compare(NodePath path, Optional<Node> from, Optional<Node> to) {
    if (from.equals(to)) {
      return;
    }
    if (from.isPresent() && to.isPresent()) {
      if (from.get() instanceof Node.Obj left && to.get() instanceof Node.Obj right) {
        fields(path, left, right);
        return;
      }
      if (from.get() instanceof Node.Arr left && to.get() instanceof Node.Arr right) {
        items(path, left, right);
        return;
      }
    }
    found.add(Difference.of(key, path, from, to));
  }

  private void fields(NodePath path, Node.Obj left, Node.Obj right) {
    var names = new TreeSet<>(left.fields().keySet());
    names.addAll(right.fields().keySet());
    for (String name : names) {
      compare(path.field(name), left.field(name), right.field(name));
    }
  }

  private void items(NodePath path, Node.Arr left, Node.Arr right) {
    var field = dialect.mergeField(key.kind(), path);
    var leftKeys = field.flatMap(f -> Elements.distinctKeys(left, f));
    var rightKeys = field.flatMap(f -> Elements.distinctKeys(right, f));
    if (field.isPresent() && leftKeys.isPresent() && rightKeys.isPresent()) {
      keyed(path, field.get(), left, leftKeys.get(), right, rightKeys.get());
    } else {
      for (int i = 0; i < Math.max(left.items().size(), right.items().size()); i++) {
        compare(path.index(i), at(left, i), at(right, i));
      }
    }
  }

  private void keyed(
      NodePath path,
      String field,
      Node.Arr left,
      List<String> leftKeys,
      Node.Arr right,
      List<String> rightKeys) {
    var keys = new TreeSet<>(leftKeys);
    keys.addAll(rightKeys);
    for (String name : keys) {
      compare(
          path.element(field, name),
          at(left, leftKeys.indexOf(name)),
          at(right, rightKeys.indexOf(name)));
    }
    order(path, leftKeys, rightKeys);
  }

  /** Canonical lists that are still ordered differently mean something different. */
  private void order(NodePath list, List<String> leftKeys, List<String> rightKeys) {
    var before = leftKeys.stream().distinct().filter(rightKeys::contains).toList();
    var after = rightKeys.stream().distinct().filter(leftKeys::contains).toList();
    if (!before.equals(after)) {
      found.add(Difference.of(key, list, Optional.of(texts(before)), Optional.of(texts(after))));
    }
  }

  private static Node texts(List<String> values) {
    return Node.arr(values.stream().map(Node::text).toList());
  }

  private static Optional<Node> at(Node.Arr list, int position) {
    return position >= 0 && position < list.items().size()
        ? Optional.of(list.items().get(position))
        : Optional.empty();
  }

  private static Node.Obj object(Optional<Node> root) {
    return root.orElse(Node.obj()) instanceof Node.Obj obj ? obj : Node.obj();
  }
}
