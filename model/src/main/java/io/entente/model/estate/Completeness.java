package io.entente.model.estate;

import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;

/** How much of a read was had. Absence of an object means something only after a Complete read. */
public sealed interface Completeness {

  /** Everything in scope was read. */
  record Complete() implements Completeness {}

  /** Some of it was read; nothing may be concluded from what is missing. */
  record Partial(Problem why) implements Completeness {}

  /** Nothing usable was read. */
  record Failed(FailureClass failure, Problem why) implements Completeness {}
}
