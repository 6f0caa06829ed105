package io.entente.policy.document;

import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;

/** Callers by name and by group. */
final class CallersShape {

  private static final TextShape NAME =
      TextShape.of(
          "letters, digits, blanks within and . _ @ : / | # + ~ -, at most 128 characters",
          Callers.NAME_PATTERN,
          128);

  private static final Field<List<String>> CONSUMERS =
      Field.withDefault(
          "consumers",
          ListShape.distinct(NAME, 0),
          List.of(),
          "Callers by the name that the gateway has for them, or the sub of their token.");

  private static final Field<List<String>> GROUPS =
      Field.withDefault(
          "groups",
          ListShape.distinct(NAME, 0),
          List.of(),
          "Groups of the gateway's own, or of the claim groups of a token.");

  static final Shape<Callers> SHAPE =
      ObjectShape.of(
          List.of(CONSUMERS, GROUPS),
          List.of(),
          read -> new Callers(read.get(CONSUMERS), read.get(GROUPS)),
          (callers, out) -> {
            out.put(CONSUMERS, callers.consumers());
            out.put(GROUPS, callers.groups());
          });

  private CallersShape() {}
}
