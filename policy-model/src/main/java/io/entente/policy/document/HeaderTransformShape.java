package io.entente.policy.document;

import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.SomeItem;
import java.util.List;

/** The member {@code headerTransform}. */
final class HeaderTransformShape {

  static final Field<List<Edit>> REQUEST =
      Field.withDefault(
          "request",
          ListShape.of(HeaderEditShape.SHAPE, 0),
          List.of(),
          "Edits of the request, done in this order before the upstream sees it.");

  static final Field<List<Edit>> RESPONSE =
      Field.withDefault(
          "response",
          ListShape.of(HeaderEditShape.SHAPE, 0),
          List.of(),
          "Edits of the response, done in this order before the caller sees it.");

  static final Shape<HeaderTransform> SHAPE =
      ObjectShape.of(
          List.of(REQUEST, RESPONSE),
          List.of(new SomeItem("edit", List.of(REQUEST, RESPONSE))),
          read -> new HeaderTransform(read.get(REQUEST), read.get(RESPONSE)),
          (transform, out) -> {
            out.put(REQUEST, transform.request());
            out.put(RESPONSE, transform.response());
          });

  private HeaderTransformShape() {}
}
