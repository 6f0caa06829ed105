package io.entente.policy.document;

import io.entente.policy.ClaimRule;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;

/** One claim that must hold. */
final class ClaimRuleShape {

  private static final Field<String> NAME =
      Field.required(
          "name",
          JwtShape.NAME.except(
              ClaimRule.OTHERS.stream().sorted().toList(),
              "visible ASCII of at most 512 characters; aud, exp, iss and nbf have fields of their"
                  + " own"),
          "The claim, at the top of the token.");

  private static final Field<List<String>> VALUES =
      Field.required(
          "values",
          ListShape.distinct(
              TextShape.of("ASCII of at most 512 characters", ClaimRule.VALUE_PATTERN, 512), 1),
          "Texts any of which it must be, or have where it is a list.");

  static final Shape<ClaimRule> SHAPE =
      ObjectShape.of(
          List.of(NAME, VALUES),
          List.of(),
          read -> new ClaimRule(read.get(NAME), read.get(VALUES)),
          (rule, out) -> {
            out.put(NAME, rule.name());
            out.put(VALUES, rule.values());
          });

  private ClaimRuleShape() {}
}
