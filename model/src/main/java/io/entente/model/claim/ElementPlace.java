package io.entente.model.claim;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath.Segment;
import java.util.List;
import java.util.Optional;

/** Where in a list a new element goes. */
final class ElementPlace {

  private ElementPlace() {}

  /**
   * After the nearest element that precedes it in the model's list and is present here, else before
   * the nearest that follows it, else at the end.
   */
  static int of(Node.Arr list, Optional<Node> model, Segment.Element element) {
    if (model.isEmpty() || !(model.get() instanceof Node.Arr wanted)) {
      return list.items().size();
    }
    var at = Elements.positions(wanted, element.field(), element.value());
    if (at.isEmpty()) {
      return list.items().size();
    }
    for (int i = at.get(0) - 1; i >= 0; i--) {
      var neighbour = present(list, wanted.items().get(i), element.field());
      if (!neighbour.isEmpty()) {
        return neighbour.get(neighbour.size() - 1) + 1;
      }
    }
    for (int i = at.get(0) + 1; i < wanted.items().size(); i++) {
      var neighbour = present(list, wanted.items().get(i), element.field());
      if (!neighbour.isEmpty()) {
        return neighbour.get(0);
      }
    }
    return list.items().size();
  }

  private static List<Integer> present(Node.Arr list, Node neighbour, String field) {
    return Elements.key(neighbour, field)
        .map(key -> Elements.positions(list, field, key))
        .orElse(List.of());
  }
}
