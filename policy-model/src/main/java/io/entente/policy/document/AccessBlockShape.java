package io.entente.policy.document;

import io.entente.policy.AccessBlock;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import io.entente.policy.shape.WholeNumberShape;
import java.util.List;

/** The member {@code accessBlock}. */
final class AccessBlockShape {

  private static final Field<Integer> STATUS =
      Field.withDefault("status", WholeNumberShape.ints(400, 599), 503, "Status of the answer.");

  private static final Field<String> CONTENT_TYPE =
      Field.withDefault(
          "contentType",
          TextShape.of(
              "a media type in lower case, for example text/plain",
              AccessBlock.CONTENT_TYPE_PATTERN,
              129),
          "text/plain",
          "Media type of the body.");

  private static final Field<String> BODY =
      Field.withDefault(
          "body",
          TextShape.of(
              "at most 1024 characters, none of them a control character but line break and tab",
              AccessBlock.BODY_PATTERN,
              AccessBlock.LONGEST_BODY),
          "",
          "What callers read.");

  static final Shape<AccessBlock> SHAPE =
      ObjectShape.of(
          List.of(STATUS, CONTENT_TYPE, BODY),
          List.of(),
          read -> new AccessBlock(read.get(STATUS), read.get(CONTENT_TYPE), read.get(BODY)),
          (rule, out) -> {
            out.put(STATUS, rule.status());
            out.put(CONTENT_TYPE, rule.contentType());
            out.put(BODY, rule.body());
          });

  private AccessBlockShape() {}
}
