package io.entente.model.claim;

import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What of an object lies inside claims, and what outside. */
public final class ClaimScope {

  private ClaimScope() {}

  /**
   * What lies inside.
   *
   * @param values what lies at each outermost claimed path; an absent path has no entry
   * @param orders per list of which single elements are claimed, their keys in document order
   */
  public record Inside(SortedMap<NodePath, Node> values, SortedMap<NodePath, List<String>> orders) {

    public Inside {
      values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
      orders = Collections.unmodifiableSortedMap(new TreeMap<>(orders));
    }
  }

  /** An object cut along claims; {@code outside} is absent when nothing foreign remains. */
  public record Projection(Inside inside, Optional<Content> outside) {}

  /** Cuts an object along {@code claims}. */
  public static Projection project(ObjectKey key, Content content, Set<Claim> claims) {
    return new Projection(
        inside(Optional.of(content), claims),
        ClaimMerge.remove(NativeObject.foreign(key, content), claims));
  }

  /** What of {@code content} lies inside {@code claims}; of an absent object nothing does. */
  public static Inside inside(Optional<Content> content, Set<Claim> claims) {
    var values = new TreeMap<NodePath, Node>(PathOrder.INSTANCE);
    var orders = new TreeMap<NodePath, List<String>>(PathOrder.INSTANCE);
    if (content.isEmpty()) {
      return new Inside(values, orders);
    }
    Node root = FileTree.root(content.get());
    for (NodePath path : Regions.of(claims)) {
      TreeLookup.find(root, path).ifPresent(node -> values.put(path, node));
      Regions.ListOf.region(path)
          .ifPresent(
              of -> {
                var keys = claimedKeys(root, of, claims);
                if (keys.size() > 1) {
                  orders.putIfAbsent(of.list(), keys);
                }
              });
    }
    return new Inside(values, orders);
  }

  /** True when both sides are the same inside {@code claims}. Both sides canonical. */
  public static boolean same(Optional<Content> left, Optional<Content> right, Set<Claim> claims) {
    return inside(left, claims).equals(inside(right, claims));
  }

  /** All that a change touches: what was ours before and what is ours after it. */
  public static Set<Claim> of(Change change) {
    return union(
        change.before().map(NativeObject::claims).orElse(Set.of()),
        change.after().map(NativeObject::claims).orElse(Set.of()));
  }

  public static Set<Claim> union(Set<Claim> left, Set<Claim> right) {
    var all = new HashSet<>(left);
    all.addAll(right);
    return Set.copyOf(all);
  }

  /** Keys of the claimed elements of one list in document order. */
  public static List<String> claimedKeys(Node root, Regions.ListOf of, Set<Claim> claims) {
    var ours = new HashSet<String>();
    for (NodePath path : Regions.of(claims)) {
      if (Regions.ListOf.region(path).filter(of::equals).isPresent()
          && path.segments().get(path.segments().size() - 1)
              instanceof NodePath.Segment.Element element) {
        ours.add(element.value());
      }
    }
    var keys = new ArrayList<String>();
    if (TreeLookup.find(root, of.list()).orElse(Node.nothing()) instanceof Node.Arr list) {
      for (Node item : list.items()) {
        Elements.key(item, of.field()).filter(ours::contains).ifPresent(keys::add);
      }
    }
    return keys;
  }
}
