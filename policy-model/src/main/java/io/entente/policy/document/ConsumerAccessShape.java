package io.entente.policy.document;

import io.entente.policy.ConsumerAccess;
import io.entente.policy.ConsumerAccess.Callers;
import io.entente.policy.ConsumerAccess.OnUnknown;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.util.List;

/** The member {@code consumerAccess}. */
final class ConsumerAccessShape {

  static final Field<Callers> ALLOW =
      Field.withDefault(
          "allow",
          CallersShape.SHAPE,
          Callers.NOBODY,
          "Who may go on; nobody means everybody who is not denied.");

  static final Field<Callers> DENY =
      Field.withDefault(
          "deny",
          CallersShape.SHAPE,
          Callers.NOBODY,
          "Who may not, allowed or not; such requests are answered 403.");

  private static final Field<OnUnknown> ON_UNKNOWN =
      Field.withDefault(
          "onUnknown",
          ChoiceShape.lowerCamel(OnUnknown.class),
          OnUnknown.DENY,
          "What becomes of a caller whom no credential of the route identifies.");

  static final Shape<ConsumerAccess> SHAPE =
      ObjectShape.of(
          List.of(ALLOW, DENY, ON_UNKNOWN),
          List.of(new SomeCallerRule(), new CallersApartRule()),
          read -> new ConsumerAccess(read.get(ALLOW), read.get(DENY), read.get(ON_UNKNOWN)),
          (rule, out) -> {
            out.put(ALLOW, rule.allow());
            out.put(DENY, rule.deny());
            out.put(ON_UNKNOWN, rule.onUnknown());
          });

  private ConsumerAccessShape() {}
}
