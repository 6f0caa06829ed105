package io.entente.policy.document;

import io.entente.policy.Quota;
import io.entente.policy.Quota.Period;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.WholeNumberShape;
import java.util.List;

/** The member {@code quota}. */
final class QuotaShape {

  private static final Field<Long> REQUESTS =
      Field.required(
          "requests",
          new WholeNumberShape(1, 1_000_000_000),
          "How many requests are accepted in each period; the next is answered 429.");

  private static final Field<Period> PERIOD =
      Field.required(
          "period",
          ChoiceShape.lowerCamel(Period.class),
          "The period of the calendar, in UTC; a week begins on Monday.");

  static final Shape<Quota> SHAPE =
      ObjectShape.of(
          List.of(REQUESTS, PERIOD, LimitFields.KEY, LimitFields.ON_MISSING_KEY),
          List.of(),
          read ->
              new Quota(
                  read.get(REQUESTS),
                  read.get(PERIOD),
                  read.get(LimitFields.KEY),
                  read.get(LimitFields.ON_MISSING_KEY)),
          (rule, out) -> {
            out.put(REQUESTS, rule.requests());
            out.put(PERIOD, rule.period());
            out.put(LimitFields.KEY, rule.key());
            out.put(LimitFields.ON_MISSING_KEY, rule.onMissingKey());
          });

  private QuotaShape() {}
}
