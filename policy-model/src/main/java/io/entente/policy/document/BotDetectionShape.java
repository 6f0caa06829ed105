package io.entente.policy.document;

import io.entente.policy.BotDetection;
import io.entente.policy.BotDetection.OnMissing;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.util.List;

/** The member {@code botDetection}. */
final class BotDetectionShape {

  private static final Field<List<String>> DENY =
      Field.required(
          "deny",
          ListShape.distinct(new PlainPatternShape(), 1),
          "Patterns found anywhere in User-Agent; who has one is answered 403.");

  private static final Field<List<String>> ALLOW =
      Field.withDefault(
          "allow",
          ListShape.distinct(new PlainPatternShape(), 0),
          List.of(),
          "Patterns of agents that deny does not count for.");

  private static final Field<OnMissing> ON_MISSING =
      Field.withDefault(
          "onMissing",
          ChoiceShape.lowerCamel(OnMissing.class),
          OnMissing.PASS,
          "What becomes of a request without User-Agent.");

  static final Shape<BotDetection> SHAPE =
      ObjectShape.of(
          List.of(DENY, ALLOW, ON_MISSING),
          List.of(),
          read -> new BotDetection(read.get(DENY), read.get(ALLOW), read.get(ON_MISSING)),
          (rule, out) -> {
            out.put(DENY, rule.deny());
            out.put(ALLOW, rule.allow());
            out.put(ON_MISSING, rule.onMissing());
          });

  private BotDetectionShape() {}
}
