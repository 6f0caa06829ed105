package io.entente.translator.kong.dialect;

import io.entente.model.tree.Node;
import io.entente.translator.kong.dialect.Shape.Former;
import java.util.List;
import java.util.Optional;

/** Takes deprecated spellings out of a record; their values move to the fields of today. */
final class Renamed {

  private Renamed() {}

  static Node.Obj toPresent(List<Former> formers, Node.Obj given) {
    Node.Obj obj = given;
    for (Former former : formers) {
      Optional<Node> value = obj.field(former.name());
      if (value.isPresent()) {
        obj = obj.without(former.name());
        if (!Nodes.isNull(value.get())) {
          obj = put(obj, former.path(), value.get());
        }
      }
    }
    return obj;
  }

  /** Where both are written Kong requires them to be equal; the field of today is kept. */
  private static Node.Obj put(Node.Obj obj, List<String> path, Node value) {
    String field = path.get(0);
    Optional<Node> present = obj.field(field).filter(node -> !Nodes.isNull(node));
    if (path.size() == 1) {
      return present.isPresent() ? obj : obj.with(field, value);
    }
    Node below = present.orElse(Node.obj());
    return below instanceof Node.Obj nested
        ? obj.with(field, put(nested, path.subList(1, path.size()), value))
        : obj;
  }
}
