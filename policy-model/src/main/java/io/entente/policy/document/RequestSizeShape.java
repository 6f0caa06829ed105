package io.entente.policy.document;

import io.entente.policy.RequestSize;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.WholeNumberShape;
import java.util.List;

/** The member {@code requestSize}. */
final class RequestSizeShape {

  private static final Field<Long> MAX_BYTES =
      Field.required(
          "maxBytes",
          new WholeNumberShape(1, RequestSize.LARGEST),
          "How many bytes the body of a request may have; larger ones are answered 413.");

  static final Shape<RequestSize> SHAPE =
      ObjectShape.of(
          List.of(MAX_BYTES),
          List.of(),
          read -> new RequestSize(read.get(MAX_BYTES)),
          (rule, out) -> {
            out.put(MAX_BYTES, rule.maxBytes());
          });

  private RequestSizeShape() {}
}
