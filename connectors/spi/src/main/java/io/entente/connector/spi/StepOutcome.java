package io.entente.connector.spi;

import io.entente.model.plan.StepResult;

/** What became of one step of a group. */
public sealed interface StepOutcome {

  /** It was tried. */
  record Tried(StepResult result) implements StepOutcome {}

  /** Nothing of it was sent, nor will be. */
  record NotSent() implements StepOutcome {}

  /** True when it was tried and landed. */
  default boolean done() {
    return this instanceof Tried tried && tried.result() instanceof StepResult.Done;
  }
}
