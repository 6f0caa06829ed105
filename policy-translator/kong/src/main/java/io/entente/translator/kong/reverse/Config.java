package io.entente.translator.kong.reverse;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The settings of an instance, defaults filled in. Absent and null are the same; a value of another
 * type than asked for is {@link NotSaid}.
 */
record Config(Node.Obj settings) {

  /** The value at a path of fields. */
  Optional<Node> at(String... path) {
    Optional<Node> found = Optional.of(settings);
    for (String field : path) {
      found = found.flatMap(node -> node instanceof Node.Obj obj ? obj.field(field) : nothing());
    }
    return found.filter(node -> !isNull(node));
  }

  Optional<String> text(String... path) {
    return at(path).map(node -> text(node, path));
  }

  boolean flag(String... path) {
    return at(path)
        .map(
            node -> {
              if (node instanceof Node.Value value && value.value() instanceof Scalar.Bool bool) {
                return bool.value();
              }
              throw unreadable("truth value", path);
            })
        .orElse(false);
  }

  Optional<Long> whole(String... path) {
    return at(path).map(node -> whole(node, path));
  }

  private static long whole(Node node, String... path) {
    if (node instanceof Node.Value value
        && value.value() instanceof Scalar.Num number
        && number.value().scale() <= 0
        && number.value().precision() - number.value().scale() <= 18) {
      return number.value().longValueExact();
    }
    throw unreadable("whole number", path);
  }

  List<Long> wholes(String... path) {
    var wholes = new ArrayList<Long>();
    at(path)
        .ifPresent(
            node -> {
              if (!(node instanceof Node.Arr list)) {
                throw unreadable("list", path);
              }
              list.items().forEach(item -> wholes.add(whole(item, path)));
            });
    return wholes;
  }

  List<String> texts(String... path) {
    var texts = new ArrayList<String>();
    at(path)
        .ifPresent(
            node -> {
              if (!(node instanceof Node.Arr list)) {
                throw unreadable("list", path);
              }
              list.items().forEach(item -> texts.add(text(item, path)));
            });
    return texts;
  }

  static boolean isNull(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Null;
  }

  private static String text(Node node, String... path) {
    if (node instanceof Node.Value value && value.value() instanceof Scalar.Text text) {
      return text.value();
    }
    throw unreadable("text", path);
  }

  private static Optional<Node> nothing() {
    return Optional.empty();
  }

  private static NotSaid unreadable(String type, String... path) {
    return new NotSaid("config." + String.join(".", path) + " is no " + type);
  }
}
