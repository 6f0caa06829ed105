package io.entente.hub.estate;

import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import java.time.Instant;
import java.util.Optional;

/**
 * How the last read of a gateway went.
 *
 * @param beganAt when it began
 * @param outcome how much was read
 * @param failure class, when it failed
 * @param why present unless complete
 * @param viewTakenAt when the last complete read began, whose picture is still shown
 */
public record LastRead(
    Instant beganAt,
    Outcome outcome,
    Optional<FailureClass> failure,
    Optional<Problem> why,
    Optional<Instant> viewTakenAt) {
  /** How much was read. */
  public enum Outcome {
    COMPLETE,
    PARTIAL,
    FAILED
  }
}
