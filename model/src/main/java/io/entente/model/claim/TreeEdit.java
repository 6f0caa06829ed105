package io.entente.model.claim;

import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.NodePath.Segment;
import io.entente.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts and removes nodes along a path and leaves everything beside the path as it is.
 *
 * <p>The {@code model} is the document the edit strives for: it decides where among its neighbours
 * a new list element goes, and whether a container that a removal empties stays.
 */
public final class TreeEdit {

  private final NodePath path;
  private final Optional<Node> value;

  private TreeEdit(NodePath path, Optional<Node> value) {
    this.path = path;
    this.value = value;
  }

  /**
   * Parent objects and lists that are missing are made; elements on the way are not, as an element
   * that we claim only a field of is somebody else's.
   *
   * @throws ProblemException PATH_BLOCKED when the path leads through a value, past a list's end or
   *     through an element that is not there
   */
  public static Node put(Node root, NodePath path, Node value, Node model) {
    return new TreeEdit(path, Optional.of(value)).put(Optional.of(root), Optional.of(model), 0);
  }

  /** Removes what lies at {@code path} and the containers that become empty by that. */
  public static Node remove(Node root, NodePath path, Node model) {
    return new TreeEdit(path, Optional.empty())
        .remove(root, Optional.of(model), 0)
        .orElse(Node.obj());
  }

  private Node put(Optional<Node> at, Optional<Node> model, int depth) {
    if (depth == path.segments().size()) {
      return value.orElseThrow();
    }
    Segment segment = path.segments().get(depth);
    var modelBelow = model.flatMap(m -> TreeLookup.step(m, segment, false));
    if (segment instanceof Segment.Field field) {
      Node.Obj obj = container(at, Node.Obj.class, Node.obj());
      return obj.with(field.name(), put(obj.field(field.name()), modelBelow, depth + 1));
    }
    Node.Arr list = container(at, Node.Arr.class, new Node.Arr(List.of()));
    var items = new ArrayList<>(list.items());
    if (segment instanceof Segment.Index index) {
      if (index.position() > items.size()) {
        throw blocked("the list has only " + items.size() + " elements");
      }
      if (index.position() == items.size()) {
        items.add(put(Optional.empty(), modelBelow, depth + 1));
      } else {
        items.set(
            index.position(), put(Optional.of(items.get(index.position())), modelBelow, depth + 1));
      }
      return new Node.Arr(items);
    }
    var element = (Segment.Element) segment;
    var found = Elements.positions(list, element.field(), element.value());
    if (found.isEmpty()) {
      if (depth + 1 < path.segments().size()) {
        throw blocked("there is no element " + element.field() + "=" + element.value());
      }
      items.add(ElementPlace.of(list, model, element), value.orElseThrow());
    } else {
      int position = found.get(0);
      items.set(position, put(Optional.of(items.get(position)), modelBelow, depth + 1));
    }
    return new Node.Arr(items);
  }

  private Optional<Node> remove(Node at, Optional<Node> model, int depth) {
    if (depth == path.segments().size()) {
      return Optional.empty();
    }
    Segment segment = path.segments().get(depth);
    var below = TreeLookup.step(at, segment, false);
    if (below.isEmpty()) {
      return Optional.of(at);
    }
    var modelBelow = model.flatMap(m -> TreeLookup.step(m, segment, false));
    var rest = remove(below.get(), modelBelow, depth + 1);
    if (at instanceof Node.Obj obj && segment instanceof Segment.Field field) {
      var edited =
          rest.map(r -> obj.with(field.name(), r)).orElseGet(() -> obj.without(field.name()));
      return edited.fields().isEmpty() ? emptied(edited, model) : Optional.of(edited);
    }
    var items = new ArrayList<>(((Node.Arr) at).items());
    int position =
        segment instanceof Segment.Index index
            ? index.position()
            : Elements.positions(
                    (Node.Arr) at,
                    ((Segment.Element) segment).field(),
                    ((Segment.Element) segment).value())
                .get(0);
    if (rest.isPresent()) {
      items.set(position, rest.get());
    } else {
      items.remove(position);
    }
    Node edited = new Node.Arr(items);
    return items.isEmpty() ? emptied(edited, model) : Optional.of(edited);
  }

  /** An emptied container goes, unless the model has something empty in its place. */
  private static Optional<Node> emptied(Node empty, Optional<Node> model) {
    if (model.isPresent() && isNull(model.get())) {
      return model;
    }
    boolean held = model.isPresent() && model.get().getClass() == empty.getClass();
    return held ? Optional.of(empty) : Optional.empty();
  }

  private <T extends Node> T container(Optional<Node> at, Class<T> type, T empty) {
    if (at.isEmpty() || isNull(at.get())) {
      return empty;
    }
    if (!type.isInstance(at.get())) {
      throw blocked("another kind of value is in the way");
    }
    return type.cast(at.get());
  }

  private ProblemException blocked(String why) {
    return new ProblemException(
        Problem.user(
            "PATH_BLOCKED",
            "Cannot write at " + path + ": " + why + ".",
            path.toString(),
            "Look at the object on the gateway: it has another shape than the claim expects."));
  }

  private static boolean isNull(Node node) {
    return node instanceof Node.Value v && v.value() instanceof Scalar.Null;
  }
}
