package io.entente.hub.apply;

import io.entente.connector.spi.StepOutcome;
import io.entente.model.plan.Step;
import java.util.List;
import java.util.function.Function;

/**
 * Called around the vendor calls of every group of steps, so that a test can end the apply at any
 * point.
 */
public interface ApplyProbe {

  /** After the journal says SENDING, before the call. */
  default void before(Step step) {}

  /** In place of the calls of a group; {@code send} makes those of any part of it. */
  default List<StepOutcome> during(List<Step> group, Function<List<Step>, List<StepOutcome>> send) {
    return send.apply(group);
  }

  /** After the call, before the journal says what became of it. */
  default void after(Step step) {}
}
