package io.entente.hub.discovery;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at parts of vendor documents; what is not as expected is not there. */
final class Look {

  private Look() {}

  static Optional<Node.Obj> root(NativeObject object) {
    return object.content() instanceof Content.Tree tree && tree.root() instanceof Node.Obj obj
        ? Optional.of(obj)
        : Optional.empty();
  }

  static Optional<String> text(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Text text
        ? Optional.of(text.value()).filter(t -> !t.isBlank())
        : Optional.empty();
  }

  static Optional<String> text(Node.Obj obj, String field) {
    return obj.field(field).flatMap(node -> text(node));
  }

  static Optional<Node.Obj> object(Node.Obj obj, String field) {
    return obj.field(field).filter(Node.Obj.class::isInstance).map(Node.Obj.class::cast);
  }

  static List<String> texts(Node.Obj obj, String field) {
    return items(obj, field).flatMap(item -> text(item).stream()).toList();
  }

  static List<Node.Obj> objects(Node.Obj obj, String field) {
    return items(obj, field).filter(Node.Obj.class::isInstance).map(Node.Obj.class::cast).toList();
  }

  static boolean is(Node.Obj obj, String field, boolean value) {
    return obj.field(field).equals(Optional.of(Node.bool(value)));
  }

  private static Stream<Node> items(Node.Obj obj, String field) {
    return obj.field(field).stream()
        .flatMap(node -> node instanceof Node.Arr list ? list.items().stream() : Stream.of());
  }
}
