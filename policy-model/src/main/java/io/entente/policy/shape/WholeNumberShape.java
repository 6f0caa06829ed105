package io.entente.policy.shape;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** A whole number between two bounds, both included. */
public record WholeNumberShape(long min, long max) implements Shape<Long> {

  /** The same as an int; bounds must fit. */
  public static Shape<Integer> ints(int min, int max) {
    return new WholeNumberShape(min, max).as(Long::intValue, Integer::longValue);
  }

  @Override
  public Optional<Long> read(Node node, NodePath path, Findings findings) {
    String valid = "a whole number from " + min + " to " + max;
    if (!(node instanceof Node.Value value) || !(value.value() instanceof Scalar.Num num)) {
      findings.wrongType(path, node, valid);
      return Optional.empty();
    }
    BigDecimal number = num.value();
    if (number.scale() > 0
        || number.compareTo(BigDecimal.valueOf(min)) < 0
        || number.compareTo(BigDecimal.valueOf(max)) > 0) {
      findings.invalid(path, node, valid);
      return Optional.empty();
    }
    return Optional.of(number.longValueExact());
  }

  @Override
  public Node write(Long value) {
    return Node.number(value);
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(
        Map.of(
            "type", Node.text("integer"),
            "minimum", Node.number(min),
            "maximum", Node.number(max)));
  }
}
