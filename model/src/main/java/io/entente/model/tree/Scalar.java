package io.entente.model.tree;

import java.math.BigDecimal;

/** A leaf value. */
public sealed interface Scalar {

  record Text(String value) implements Scalar {}

  /** An exact decimal; {@code 1.0} and {@code 1} are the same number. */
  record Num(BigDecimal value) implements Scalar {

    public Num {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
  }

  record Bool(boolean value) implements Scalar {}

  /** An explicit null of the document, which vendors tell apart from an absent field. */
  record Null() implements Scalar {}
}
