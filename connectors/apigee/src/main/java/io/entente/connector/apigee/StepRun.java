package io.entente.connector.apigee;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The road of every step, whatever is written: read, compare with what is wanted and with what was
 * planned from, write, wait, read back, tidy up. Others of this process are kept out from the read
 * to the last write, not while Apigee rolls out.
 */
abstract class StepRun {

  private static final String REREAD = "Read the gateway again before anything else.";

  private final ObjectKey key;
  private final Precondition precondition;
  private final WriteLock lock;
  private final UnaryOperator<String> scrubbed;

  /**
   * @param scrubbed takes secrets that were sent out of a text
   */
  StepRun(
      ObjectKey key, Precondition precondition, WriteLock lock, UnaryOperator<String> scrubbed) {
    this.key = key;
    this.precondition = precondition;
    this.lock = lock;
    this.scrubbed = scrubbed;
  }

  /** What the gateway holds, secrets replaced. */
  abstract Optional<Content> read() throws ApigeeFailure;

  /** Writes what the step wants to what {@link #read} saw. */
  abstract void write() throws ApigeeFailure;

  /** Why the step must not be taken though its precondition holds. */
  Optional<StepResult.Refused> veto() throws ApigeeFailure {
    return Optional.empty();
  }

  /** Waits until the write has its effect; a failure found there is the step's result. */
  Optional<StepResult> settle() throws ApigeeFailure {
    return Optional.empty();
  }

  /** Removes what nobody needs any more; failing to do so harms nobody. */
  void tidy() throws ApigeeFailure {}

  /** What later steps need to know; asked after {@link #read}. */
  Map<Node.Pending, Node> outputs() {
    return Map.of();
  }

  final StepResult run() {
    Optional<Content> before;
    try {
      lock.take();
    } catch (ApigeeFailure e) {
      return refused(e);
    }
    try {
      try {
        before = read();
        if (precondition.done(before)) {
          return new StepResult.Done(outputs());
        }
        if (!precondition.holds(before)) {
          return lost();
        }
        var veto = veto();
        if (veto.isPresent()) {
          return veto.get();
        }
      } catch (ApigeeFailure e) {
        return refused(e);
      }
      var stopped = written();
      if (stopped.isPresent()) {
        return stopped.get();
      }
    } finally {
      lock.release();
    }
    return settled(before);
  }

  /** The result when the write did not simply succeed. */
  private Optional<StepResult> written() {
    try {
      write();
      return Optional.empty();
    } catch (ProblemException e) {
      // Our parts do not fit into what is there; found out before anything is sent.
      return Optional.of(new StepResult.Refused(FailureClass.FIX_CONFIG, e.problems().get(0)));
    } catch (ApigeeFailure e) {
      return Optional.of(
          e.mayHaveLanded() ? uncertain("It is not known. " + e.problem().message()) : refused(e));
    }
  }

  private StepResult settled(Optional<Content> before) {
    try {
      var end = settle();
      if (end.isPresent()) {
        return end.get();
      }
      Optional<Content> now = read();
      if (!precondition.done(now)) {
        return differs("is not what was written");
      }
      if (!precondition.sameOutside(before, now)) {
        return differs("holds what we want, but what is not ours changed meanwhile");
      }
    } catch (ApigeeFailure e) {
      return uncertain("It was taken, but " + e.problem().message());
    }
    tidied();
    return new StepResult.Done(outputs());
  }

  private void tidied() {
    try {
      lock.take();
      try {
        tidy();
      } finally {
        lock.release();
      }
    } catch (ApigeeFailure e) {
      // What was not removed now is found again by the next step on the same object.
      System.getLogger(StepRun.class.getName())
          .log(System.Logger.Level.DEBUG, "{0} of {1} left behind", e.problem().code(), key);
    }
  }

  private StepResult.Refused refused(ApigeeFailure e) {
    return new StepResult.Refused(e.failure(), scrubbed(e.problem()));
  }

  final Problem scrubbed(Problem problem) {
    return new Problem(
        problem.code(),
        problem.kind(),
        scrubbed.apply(problem.message()),
        problem.path(),
        problem.value(),
        problem.nextStep());
  }

  private StepResult.Unknown differs(String how) {
    return new StepResult.Unknown(
        Problem.vendor(
            ApigeeErrorCode.READ_BACK_DIFFERS,
            "After the write " + key + " " + how,
            key.toString(),
            REREAD));
  }

  final StepResult.Unknown uncertain(String why) {
    return new StepResult.Unknown(
        scrubbed(
            Problem.vendor(
                ApigeeErrorCode.WRITE_UNCERTAIN,
                "Whether " + key + " was written: " + why,
                key.toString(),
                REREAD)));
  }

  private StepResult.Refused lost() {
    return new StepResult.Refused(
        FailureClass.PRECONDITION_LOST,
        Problem.user(
            ApigeeErrorCode.OBJECT_MOVED,
            key + " is no longer what the plan was made from",
            key.toString(),
            "Refresh the gateway and plan again."));
  }
}
