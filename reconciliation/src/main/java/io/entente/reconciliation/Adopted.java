package io.entente.reconciliation;

import io.entente.model.claim.FileTree;
import io.entente.model.claim.PathOrder;
import io.entente.model.claim.Regions;
import io.entente.model.claim.TreeEdit;
import io.entente.model.claim.TreeLookup;
import io.entente.model.dialect.Dialect;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is desired once adoptions are laid over what documents want.
 *
 * @param objects what is desired, with what stays by decision
 * @param held adoptions that act, each with what the documents want in their place
 * @param ended adoptions that act no longer, and why
 */
public record Adopted(
    SortedMap<ObjectKey, NativeObject> objects, List<Adoption> held, List<Ended> ended) {

  private static final Comparator<Adoption> BY_PLACE =
      Comparator.comparing(Adoption::key).thenComparing(Adoption::path, PathOrder.INSTANCE);

  /** Why an adoption acts no longer. */
  public enum Why {
    /** The documents want something else there than when it was decided. */
    OVERTAKEN,
    /** The documents want nothing of this place any more. */
    GONE
  }

  /** An adoption at its end. */
  public record Ended(Adoption adoption, Why why) {}

  public Adopted {
    objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
    held = List.copyOf(held);
    ended = List.copyOf(ended);
  }

  /**
   * Lays {@code adoptions} over {@code wanted}. An adoption acts only where the documents want what
   * they wanted when it was decided.
   *
   * @param wanted what documents want, with claims
   */
  public static Adopted lay(
      Dialect dialect, SortedMap<ObjectKey, NativeObject> wanted, List<Adoption> adoptions) {
    var objects = new TreeMap<>(wanted);
    var held = new ArrayList<Adoption>();
    var ended = new ArrayList<Ended>();
    for (Adoption adoption : adoptions.stream().sorted(BY_PLACE).toList()) {
      var object = Optional.ofNullable(wanted.get(adoption.key()));
      if (object.filter(o -> claims(o, adoption.path())).isEmpty()) {
        ended.add(new Ended(adoption, Why.GONE));
        continue;
      }
      var now = at(dialect, object.get(), adoption.path());
      if (now.equals(adoption.wanted())) {
        held.add(adoption);
      } else {
        ended.add(new Ended(adoption, now.isEmpty() ? Why.GONE : Why.OVERTAKEN));
      }
    }
    for (Adoption adoption : inOrderOfWriting(held)) {
      try {
        objects.computeIfPresent(
            adoption.key(),
            (key, object) -> put(dialect, object, adoption.path(), adoption.found()));
      } catch (ProblemException blocked) {
        // The shape around the place is another: what was decided can no longer be said there.
        held.remove(adoption);
        ended.add(new Ended(adoption, Why.OVERTAKEN));
      }
    }
    return new Adopted(objects, held, ended);
  }

  /**
   * What was observed, with what documents want wherever what stays by decision was found: as if
   * nobody had touched those places, so that nothing is made anew because of them.
   */
  public static SortedMap<ObjectKey, NativeObject> untouched(
      Dialect dialect, SortedMap<ObjectKey, NativeObject> observed, List<Adoption> adoptions) {
    var objects = new TreeMap<>(observed);
    var found =
        adoptions.stream()
            .filter(adoption -> finds(dialect, observed, adoption))
            .sorted(BY_PLACE)
            .toList();
    for (Adoption adoption : found) {
      try {
        objects.computeIfPresent(
            adoption.key(),
            (key, object) -> put(dialect, object, adoption.path(), adoption.wanted()));
      } catch (ProblemException blocked) {
        // Then it is seen as it is, and planned anew.
        continue;
      }
    }
    return objects;
  }

  private static boolean finds(
      Dialect dialect, SortedMap<ObjectKey, NativeObject> observed, Adoption adoption) {
    return Optional.ofNullable(observed.get(adoption.key()))
        .filter(object -> at(dialect, object, adoption.path()).equals(adoption.found()))
        .isPresent();
  }

  /** What the object holds at {@code path}, in canonical form. */
  public static Optional<Node> at(Dialect dialect, NativeObject object, NodePath path) {
    return TreeLookup.find(root(dialect, object), path);
  }

  /**
   * The object, canonical, with {@code value} at {@code path}; without one, with nothing there.
   *
   * @throws ProblemException PATH_BLOCKED when the object has another shape
   */
  public static NativeObject put(
      Dialect dialect, NativeObject object, NodePath path, Optional<Node> value) {
    Node root = root(dialect, object);
    Node edited =
        value.isPresent()
            ? TreeEdit.put(root, path, value.get(), root)
            : TreeEdit.remove(root, path, root);
    return object.withContent(FileTree.content(edited, object.content()));
  }

  /** True when all of {@code path} is ours. */
  public static boolean claims(NativeObject object, NodePath path) {
    return Regions.covered(path, Regions.of(object.claims()));
  }

  private static Node root(Dialect dialect, NativeObject object) {
    return FileTree.root(dialect.canonicalise(object.key(), object.content()));
  }

  /** Parents before children; what is taken away last and from the end, so positions hold. */
  private static List<Adoption> inOrderOfWriting(List<Adoption> adoptions) {
    var ordered = new ArrayList<>(adoptions.stream().filter(a -> a.found().isPresent()).toList());
    var removals = new ArrayList<>(adoptions.stream().filter(a -> a.found().isEmpty()).toList());
    Collections.reverse(removals);
    ordered.addAll(removals);
    return ordered;
  }
}
