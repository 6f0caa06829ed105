package io.entente.connector.kong;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.Map;
import java.util.Optional;

/**
 * The road of every step, whatever is written: read, compare with what is wanted and with what was
 * planned from, write, compare what is there then with what is wanted.
 */
abstract class StepRun {

  private static final String REREAD = "Read the gateway again before anything else.";

  private final ObjectKey key;
  private final Precondition precondition;
  private boolean wrote;

  StepRun(ObjectKey key, Precondition precondition) {
    this.key = key;
    this.precondition = precondition;
  }

  /** What the gateway holds, secrets replaced. */
  abstract Optional<Content> read() throws AdminFailure;

  /** Writes what the step wants to what {@link #read} saw. */
  abstract void write() throws AdminFailure;

  /** What the gateway holds after {@link #write}: by its answer, or read again. */
  abstract Optional<Content> written() throws AdminFailure;

  /** Whether a refused write may mean that somebody made the object since {@link #read}. */
  abstract boolean overtaken(AdminFailure refused);

  /** Why the step must not be taken though its precondition holds. */
  abstract Optional<StepResult.Refused> veto(Optional<Content> now);

  /** Says why something else is there than was planned from. */
  abstract StepResult.Refused moved(Optional<Content> now);

  /** Takes Kong's message out of reach of secrets that were sent. */
  abstract Problem scrubbed(Problem problem);

  final StepResult run() {
    Optional<Content> before;
    try {
      before = read();
    } catch (AdminFailure e) {
      return new StepResult.Refused(e.failure(), e.problem());
    }
    return from(before);
  }

  /** Goes on from what was read of the gateway a moment ago. */
  final StepResult from(Optional<Content> before) {
    if (precondition.done(before)) {
      return new StepResult.Done(Map.of());
    }
    if (!precondition.holds(before)) {
      return moved(before);
    }
    var veto = veto(before);
    if (veto.isPresent()) {
      return veto.get();
    }
    try {
      write();
      wrote = true;
    } catch (ProblemException e) {
      // Our parts do not fit into what is there; found out before anything is sent.
      return new StepResult.Refused(FailureClass.FIX_CONFIG, e.problems().get(0));
    } catch (AdminFailure e) {
      wrote = e.mayHaveLanded();
      return wrote ? uncertain(scrubbed(e.problem()).message()) : refused(e);
    }
    return readBack(before);
  }

  private StepResult refused(AdminFailure e) {
    var refused = new StepResult.Refused(e.failure(), scrubbed(e.problem()));
    if (!overtaken(e)) {
      return refused;
    }
    Optional<Content> now;
    try {
      now = read();
    } catch (AdminFailure again) {
      return refused;
    }
    if (now.isEmpty()) {
      return refused;
    }
    return precondition.done(now) ? new StepResult.Done(Map.of()) : moved(now);
  }

  /** Whether something was, or may have been, written. */
  final boolean wrote() {
    return wrote;
  }

  private StepResult readBack(Optional<Content> before) {
    Optional<Content> now;
    try {
      now = written();
    } catch (AdminFailure e) {
      return uncertain("It was taken, but " + e.problem().message());
    }
    if (!precondition.done(now)) {
      return differs("is not what was written");
    }
    return precondition.sameOutside(before, now)
        ? new StepResult.Done(Map.of())
        : differs("holds what we want, but what is not ours changed meanwhile");
  }

  private StepResult.Unknown differs(String how) {
    return new StepResult.Unknown(
        Problem.vendor(
            KongErrorCode.READ_BACK_DIFFERS,
            "After the write " + key + " " + how,
            key.toString(),
            REREAD));
  }

  private StepResult.Unknown uncertain(String why) {
    return new StepResult.Unknown(
        Problem.vendor(
            KongErrorCode.WRITE_UNCERTAIN,
            "Whether " + key + " was written is not known. " + why,
            key.toString(),
            REREAD));
  }

  final StepResult.Refused lost(String code, String message) {
    return new StepResult.Refused(
        FailureClass.PRECONDITION_LOST,
        Problem.user(code, message, key.toString(), "Refresh the gateway and plan again."));
  }
}
