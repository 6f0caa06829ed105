package io.entente.translator.apigee.dialect;

import io.entente.model.nativeobject.Content;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.List;
import java.util.Optional;

/** Looks at parts of documents. */
public final class Trees {

  private Trees() {}

  public static Optional<Node.Obj> root(Content content) {
    return content instanceof Content.Tree tree && tree.root() instanceof Node.Obj obj
        ? Optional.of(obj)
        : Optional.empty();
  }

  /** A text that is not empty. */
  public static Optional<String> text(Node.Obj obj, String field) {
    return obj.field(field).flatMap(Trees::text).filter(value -> !value.isEmpty());
  }

  public static Optional<String> text(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  /** The objects of a list; others in it are passed over. */
  public static List<Node.Obj> objects(Node.Obj obj, String field) {
    return obj
        .field(field)
        .filter(Node.Arr.class::isInstance)
        .map(list -> ((Node.Arr) list).items())
        .orElse(List.of())
        .stream()
        .filter(Node.Obj.class::isInstance)
        .map(Node.Obj.class::cast)
        .toList();
  }
}
