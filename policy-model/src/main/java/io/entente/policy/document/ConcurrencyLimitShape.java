package io.entente.policy.document;

import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.WholeNumberShape;
import java.util.List;

/** The member {@code concurrencyLimit}. */
final class ConcurrencyLimitShape {

  private static final Field<Integer> REQUESTS =
      Field.required(
          "requests",
          WholeNumberShape.ints(1, ConcurrencyLimit.LARGEST),
          "How many requests of a route may be under way at once; the next is answered 503.");

  static final Shape<ConcurrencyLimit> SHAPE =
      ObjectShape.of(
          List.of(REQUESTS),
          List.of(),
          read -> new ConcurrencyLimit(read.get(REQUESTS)),
          (rule, out) -> {
            out.put(REQUESTS, rule.requests());
          });

  private ConcurrencyLimitShape() {}
}
