package io.entente.model.claim;

import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts our parts into a document that others write as well: ours inside claims, theirs outside,
 * untouched.
 *
 * <p>A container (object or list) that our removal leaves empty goes with it, unless the desired
 * document holds it too. The field that names the object stays as long as anything else stays.
 */
public final class ClaimMerge {

  private ClaimMerge() {}

  /**
   * The document to write.
   *
   * @param observed what the gateway holds now; absent when there is no such object
   * @param desired our parts, with the claims that will hold
   * @param formerClaims what was ours until now; a part that is no longer claimed is removed
   * @throws io.entente.model.problem.ProblemException PATH_BLOCKED when a claimed path leads
   *     through a value
   */
  public static Content merge(
      Optional<NativeObject> observed, NativeObject desired, Set<Claim> formerClaims) {
    var regions = Regions.of(desired.claims());
    var former = Regions.of(formerClaims);
    if (observed.isEmpty()
        || regions.contains(NodePath.root())
        || former.contains(NodePath.root())) {
      return desired.content();
    }
    Node model = FileTree.root(desired.content());
    Node root = FileTree.root(observed.get().content());
    for (NodePath path : reversed(former)) {
      if (!Regions.covered(path, regions) && !names(desired.key(), root, path)) {
        root = TreeEdit.remove(root, path, model);
      }
    }
    for (NodePath path : reversed(regions)) {
      if (TreeLookup.find(model, path).isEmpty()) {
        root = TreeEdit.remove(root, path, model);
      }
    }
    for (NodePath path : inDocumentOrder(regions, model)) {
      var value = TreeLookup.find(model, path);
      if (value.isPresent()) {
        root = TreeEdit.put(root, path, value.get(), model);
      }
    }
    return FileTree.content(ordered(root, model, desired.claims()), desired.content());
  }

  /** What remains of an object without the parts in {@code claims}; absent when nothing does. */
  public static Optional<Content> remove(NativeObject observed, Set<Claim> claims) {
    Node root = FileTree.root(observed.content());
    var naming = new ArrayList<NodePath>();
    for (NodePath path : reversed(Regions.of(claims))) {
      if (path.equals(NodePath.root())) {
        return Optional.empty();
      }
      if (names(observed.key(), root, path)) {
        naming.add(path);
      } else {
        root = TreeEdit.remove(root, path, Node.nothing());
      }
    }
    Node bare = root;
    for (NodePath path : naming) {
      bare = TreeEdit.remove(bare, path, Node.obj());
    }
    boolean empty = isEmpty(bare);
    return empty ? Optional.empty() : Optional.of(FileTree.content(root, observed.content()));
  }

  /**
   * What the object becomes when {@code change} is made to what the gateway holds <em>now</em>,
   * which outside the claims may be newer than the plan. Absent when the object is to go; it goes
   * only when it is ours as a whole or nothing foreign remains.
   */
  public static Optional<Content> apply(Optional<NativeObject> current, Change change) {
    var former = change.before().map(NativeObject::claims).orElse(Set.of());
    if (change.after().isPresent()) {
      return Optional.of(merge(current, change.after().get(), former));
    }
    return current.flatMap(object -> remove(object, former));
  }

  /** Our elements of one list keep the order we want, in the places that ours have. */
  private static Node ordered(Node root, Node model, Set<Claim> claims) {
    var lists = new LinkedHashMap<Regions.ListOf, List<String>>();
    for (NodePath path : Regions.of(claims)) {
      Regions.ListOf.region(path)
          .ifPresent(of -> lists.put(of, ClaimScope.claimedKeys(model, of, claims)));
    }
    Node result = root;
    for (var entry : lists.entrySet()) {
      var of = entry.getKey();
      var keys = entry.getValue();
      var list = TreeLookup.find(result, of.list());
      if (keys.size() > 1 && list.isPresent() && list.get() instanceof Node.Arr arr) {
        result = TreeEdit.put(result, of.list(), reordered(arr, of.field(), keys), model);
      }
    }
    return result;
  }

  private static Node reordered(Node.Arr list, String field, List<String> keys) {
    var slots = new ArrayList<Integer>();
    for (int i = 0; i < list.items().size(); i++) {
      if (Elements.key(list.items().get(i), field).filter(keys::contains).isPresent()) {
        slots.add(i);
      }
    }
    var items = new ArrayList<>(list.items());
    if (slots.size() == keys.size()) {
      for (int i = 0; i < keys.size(); i++) {
        int from = Elements.positions(list, field, keys.get(i)).get(0);
        items.set(slots.get(i), list.items().get(from));
      }
    }
    return new Node.Arr(items);
  }

  /** So that each new element finds the neighbour it follows already in place. */
  private static List<NodePath> inDocumentOrder(List<NodePath> regions, Node model) {
    var ordered = new ArrayList<NodePath>();
    for (NodePath path : regions) {
      var of = Regions.ListOf.region(path);
      if (of.isEmpty()) {
        ordered.add(path);
      }
    }
    regions.stream()
        .map(Regions.ListOf::region)
        .flatMap(Optional::stream)
        .distinct()
        .forEach(
            of -> {
              if (TreeLookup.find(model, of.list()).orElse(Node.nothing())
                  instanceof Node.Arr list) {
                for (Node item : list.items()) {
                  Elements.key(item, of.field())
                      .map(key -> of.list().element(of.field(), key))
                      .filter(regions::contains)
                      .ifPresent(ordered::add);
                }
              }
            });
    return ordered;
  }

  /** True for the one field, such as {@code name}, whose value is the object's own id. */
  private static boolean names(ObjectKey key, Node root, NodePath path) {
    return path.segments().size() == 1
        && TreeLookup.find(root, path).orElse(Node.nothing()) instanceof Node.Value value
        && value.value() instanceof Scalar.Text text
        && text.value().equals(key.nativeId());
  }

  private static boolean isEmpty(Node node) {
    return node instanceof Node.Obj obj && obj.fields().isEmpty();
  }

  private static List<NodePath> reversed(List<NodePath> paths) {
    var copy = new ArrayList<>(paths);
    Collections.reverse(copy);
    return copy;
  }
}
