package io.entente.translator.envoy.reverse;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks into documents of which nothing is certain: what is not there or not so is absent. */
final class Trees {

  private Trees() {}

  static Optional<Node> at(Node node, String... fields) {
    Optional<Node> found = Optional.of(node);
    for (String field : fields) {
      found = found.flatMap(Trees::object).flatMap(object -> object.field(field));
    }
    return found;
  }

  static Optional<Node.Obj> object(Node node) {
    return node instanceof Node.Obj object ? Optional.of(object) : Optional.empty();
  }

  static Node.Obj objectAt(Node node, String... fields) {
    return at(node, fields).flatMap(Trees::object).orElse(Node.obj());
  }

  static List<Node> items(Node node, String... fields) {
    return at(node, fields).orElse(Node.nothing()) instanceof Node.Arr list
        ? list.items()
        : List.of();
  }

  static Optional<String> text(Node node, String... fields) {
    return at(node, fields).flatMap(Trees::text);
  }

  static Optional<String> text(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }

  static boolean isTrue(Node node, String... fields) {
    return at(node, fields).filter(Node.bool(true)::equals).isPresent();
  }

  /** A whole number of 64 bits, which proto JSON may write as text. */
  static Optional<Long> whole(Node node, String... fields) {
    return at(node, fields).flatMap(Trees::decimal).flatMap(Trees::whole);
  }

  /** True when the object has no other fields. */
  static boolean only(Node.Obj object, String... fields) {
    return Set.of(fields).containsAll(object.fields().keySet());
  }

  private static Optional<Long> whole(BigDecimal number) {
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<BigDecimal> decimal(Node node) {
    if (node instanceof Node.Value value && value.value() instanceof Scalar.Num number) {
      return Optional.of(number.value());
    }
    return text(node).filter(text -> text.matches("-?[0-9]{1,19}")).map(BigDecimal::new);
  }
}
