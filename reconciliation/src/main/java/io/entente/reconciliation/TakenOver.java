package io.entente.reconciliation;

import io.entente.model.claim.FileTree;
import io.entente.model.claim.TreeEdit;
import io.entente.model.claim.TreeLookup;
import io.entente.model.dialect.Dialect;
import io.entente.model.dialect.Naming;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.NativePlace;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Lets things that others made stand for ours. Translation is shown them as if they were ours, and
 * what it wants is put where they are.
 *
 * <p>As long as policies say just what was found, what is wanted is what was found, marks of others
 * and all, so that nothing is written. Once they say something else it is our document, with our
 * marks, under the identity that is there.
 */
public final class TakenOver {

  private TakenOver() {}

  /**
   * What was observed, with each thing taken over where ours would be.
   *
   * @param observed what the gateway holds
   */
  public static SortedMap<ObjectKey, NativeObject> asOurs(
      Dialect dialect, SortedMap<ObjectKey, NativeObject> observed, List<Takeover> takeovers) {
    var seen = new TreeMap<>(observed);
    for (Takeover one : takeovers) {
      var there = at(seen, one.theirs());
      var naming = dialect.naming(one.theirs());
      if (there.isPresent() && naming.isPresent() && at(seen, one.ours()).isEmpty()) {
        move(seen, one.theirs(), one.ours(), called(there.get(), naming.get(), one.ours().id()));
      }
    }
    return seen;
  }

  /**
   * What is desired, with what is wanted of each thing taken over in its own place. Marks that
   * others put on it stay beside ours.
   *
   * @param wanted what documents want, canonical, with claims
   */
  public static SortedMap<ObjectKey, NativeObject> lay(
      Dialect dialect, SortedMap<ObjectKey, NativeObject> wanted, List<Takeover> takeovers) {
    var laid = new TreeMap<>(wanted);
    for (Takeover one : takeovers) {
      var ours = at(laid, one.ours());
      var naming = dialect.naming(one.theirs());
      if (ours.isPresent() && naming.isPresent() && claimed(laid, one.ours())) {
        Node.Obj there = called(ours.get(), naming.get(), one.theirs().id());
        for (String mark : naming.get().marks()) {
          there = marked(there, one.found(), mark);
        }
        move(laid, one.ours(), one.theirs(), there);
        canonicalise(dialect, laid, one.theirs());
      }
    }
    return asFound(dialect, laid, takeovers);
  }

  /**
   * What is desired, with what was found wherever just that is wanted but for marks.
   *
   * @param laid by {@link #lay}, or made of that
   */
  public static SortedMap<ObjectKey, NativeObject> asFound(
      Dialect dialect, SortedMap<ObjectKey, NativeObject> laid, List<Takeover> takeovers) {
    var objects = new TreeMap<>(laid);
    for (Takeover one : takeovers) {
      var there = at(objects, one.theirs());
      var naming = dialect.naming(one.theirs());
      if (there.isPresent()
          && naming.isPresent()
          && claimed(objects, one.theirs())
          && plain(dialect, one.theirs(), there.get(), naming.get())
              .equals(plain(dialect, one.theirs(), one.found(), naming.get()))) {
        move(objects, one.theirs(), one.theirs(), one.found());
        canonicalise(dialect, objects, one.theirs());
      }
    }
    return objects;
  }

  /**
   * What an object holds at a place, canonical; empty where there is nothing, or nothing that could
   * stand for ours.
   */
  public static Optional<Node.Obj> at(Dialect dialect, NativeObject object, NativePlace place) {
    return object(
        FileTree.root(dialect.canonicalise(object.key(), object.content())), place.path());
  }

  /**
   * What counts as applied last of the object, once {@code one} is ours.
   *
   * @param last what counted so before; absent when nothing of the object was ours
   * @param claim on the place of what was taken over
   */
  public static NativeObject recorded(Optional<NativeObject> last, Takeover one, Claim claim) {
    var place = one.theirs();
    if (place.whole()) {
      return new NativeObject(place.key(), new Content.Tree(one.found()), Set.of(claim));
    }
    Node root = last.map(object -> FileTree.root(object.content())).orElseGet(Node::obj);
    var claims = new HashSet<>(last.map(NativeObject::claims).orElse(Set.of()));
    claims.add(claim);
    return new NativeObject(
        place.key(), new Content.Tree(TreeEdit.put(root, place.path(), one.found(), root)), claims);
  }

  /** True when the claims of {@code object} cover just this place. */
  public static boolean claimed(NativeObject object, NativePlace place) {
    return object.claims().stream().anyMatch(claim -> covers(claim, place));
  }

  /** True when the claim is on the whole of the place and on nothing else. */
  public static boolean covers(Claim claim, NativePlace place) {
    return place.whole()
        ? claim instanceof Claim.Whole
        : claim instanceof Claim.Element element && element.path().equals(place.path());
  }

  private static boolean claimed(SortedMap<ObjectKey, NativeObject> objects, NativePlace place) {
    return Optional.ofNullable(objects.get(place.key()))
        .filter(object -> claimed(object, place))
        .isPresent();
  }

  private static Optional<Node.Obj> at(
      SortedMap<ObjectKey, NativeObject> objects, NativePlace place) {
    return Optional.ofNullable(objects.get(place.key()))
        .filter(object -> object.content() instanceof Content.Tree)
        .flatMap(object -> object(FileTree.root(object.content()), place.path()));
  }

  private static Optional<Node.Obj> object(Node root, NodePath path) {
    return TreeLookup.find(root, path)
        .flatMap(node -> node instanceof Node.Obj obj ? Optional.of(obj) : Optional.empty());
  }

  private static void move(
      SortedMap<ObjectKey, NativeObject> objects, NativePlace from, NativePlace to, Node.Obj node) {
    NativeObject object = Optional.ofNullable(objects.get(from.key())).orElseThrow();
    if (from.whole()) {
      objects.remove(from.key());
      objects.put(to.key(), new NativeObject(to.key(), new Content.Tree(node), object.claims()));
      return;
    }
    Node root = FileTree.root(object.content());
    objects.put(
        to.key(),
        new NativeObject(
            to.key(),
            new Content.Tree(TreeEdit.put(root, from.path(), node, root)),
            claims(object.claims(), from, to)));
  }

  private static Set<Claim> claims(Set<Claim> claims, NativePlace from, NativePlace to) {
    var moved = new HashSet<Claim>();
    for (Claim claim : claims) {
      moved.add(
          claim instanceof Claim.Element element && element.path().equals(from.path())
              ? new Claim.Element(
                  element.list(), to.element().field(), to.element().value(), element.sources())
              : claim);
    }
    return moved;
  }

  private static void canonicalise(
      Dialect dialect, SortedMap<ObjectKey, NativeObject> objects, NativePlace place) {
    objects.computeIfPresent(
        place.key(),
        (key, object) -> object.withContent(dialect.canonicalise(key, object.content())));
  }

  /** A list of marks holds those of others too; another form of mark is ours alone. */
  private static Node.Obj marked(Node.Obj ours, Node.Obj found, String mark) {
    if (!(found.field(mark).orElse(Node.nothing()) instanceof Node.Arr others)
        || !(ours.field(mark).orElse(Node.nothing()) instanceof Node.Arr mine)) {
      return ours;
    }
    var all = new LinkedHashSet<>(others.items());
    all.addAll(mine.items());
    return ours.with(mark, new Node.Arr(List.copyOf(all)));
  }

  private static Node.Obj called(Node.Obj node, Naming naming, String id) {
    return node.with(naming.id(), Node.text(id));
  }

  /** Without marks, in the form that the gateway's schema of today gives it. */
  private static Node.Obj plain(Dialect dialect, NativePlace place, Node.Obj node, Naming naming) {
    Node root = place.whole() ? node : TreeEdit.put(Node.obj(), place.path(), node, Node.obj());
    Node canonical = FileTree.root(dialect.canonicalise(place.key(), new Content.Tree(root)));
    Node.Obj plain = object(canonical, place.path()).orElse(node);
    for (String mark : naming.marks()) {
      plain = plain.without(mark);
    }
    return plain;
  }
}
