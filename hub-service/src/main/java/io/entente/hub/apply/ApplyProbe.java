package io.entente.hub.apply;

import io.entente.model.plan.Step;

/** Called around every vendor call, so that a test can end the apply at any point. */
public interface ApplyProbe {

  /** After the journal says SENDING, before the call. */
  default void before(Step step) {}

  /** After the call, before the journal says what became of it. */
  default void after(Step step) {}
}
