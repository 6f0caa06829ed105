package io.entente.policy.document;

import io.entente.policy.SpikeArrest;
import io.entente.policy.SpikeArrest.Per;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.WholeNumberShape;
import java.util.List;

/** The member {@code spikeArrest}. */
final class SpikeArrestShape {

  private static final Field<Integer> RATE =
      Field.required(
          "rate",
          WholeNumberShape.ints(1, SpikeArrest.LARGEST),
          "How many requests are let through in the time of per, evenly spread.");

  private static final Field<Per> PER =
      Field.withDefault(
          "per",
          ChoiceShape.lowerCamel(Per.class),
          Per.SECOND,
          "The time that the rate is said for.");

  private static final Field<Integer> BURST =
      Field.withDefault(
          "burst",
          WholeNumberShape.ints(1, SpikeArrest.LARGEST),
          1,
          "How many may come at once after silence.");

  static final Shape<SpikeArrest> SHAPE =
      ObjectShape.of(
          List.of(RATE, PER, BURST, LimitFields.KEY, LimitFields.ON_MISSING_KEY),
          List.of(),
          read ->
              new SpikeArrest(
                  read.get(RATE),
                  read.get(PER),
                  read.get(BURST),
                  read.get(LimitFields.KEY),
                  read.get(LimitFields.ON_MISSING_KEY)),
          (rule, out) -> {
            out.put(RATE, rule.rate());
            out.put(PER, rule.per());
            out.put(BURST, rule.burst());
            out.put(LimitFields.KEY, rule.key());
            out.put(LimitFields.ON_MISSING_KEY, rule.onMissingKey());
          });

  private SpikeArrestShape() {}
}
