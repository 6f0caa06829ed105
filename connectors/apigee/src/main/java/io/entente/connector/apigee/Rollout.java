package io.entente.connector.apigee;

import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Waits until a revision runs.
 *
 * <p>A revision that is still PROGRESSING when the wait is over has landed: Apigee took it and will
 * go on by itself, so the step is done and convergence says PENDING. What needs it to run, such as
 * a flow hook, looks for itself. A revision that Apigee cannot run is taken back: the former one
 * gets its place, and the step is refused.
 */
final class Rollout {

  private final BundleCalls calls;
  private final Patience patience;

  Rollout(BundleCalls calls, Patience patience) {
    this.calls = calls;
    this.patience = patience;
  }

  /**
   * Empty when it runs or is on its way.
   *
   * @param former what ran before
   */
  Optional<StepResult> await(String name, String revision, Optional<Deployment> former)
      throws ApigeeFailure {
    long end = System.nanoTime() + patience.rollout().toNanos();
    while (true) {
      var state = calls.state(name, revision);
      if (state.isPresent() && state.get().failed()) {
        return Optional.of(takenBack(name, state.get(), former));
      }
      // Absent: somebody deployed another one meanwhile, which reading back will tell.
      if (state.isEmpty() || state.get().ready() || System.nanoTime() - end >= 0) {
        return Optional.empty();
      }
      pause();
    }
  }

  private StepResult takenBack(String name, Deployment failed, Optional<Deployment> former)
      throws ApigeeFailure {
    if (former.isPresent()) {
      calls.deploy(name, former.get().revision(), former.get().serviceAccount());
    } else {
      calls.undeploy(name, failed.revision());
    }
    String path = calls.kind().path() + "/" + name;
    return new StepResult.Refused(
        FailureClass.FIX_CONFIG,
        Problem.vendor(
            ApigeeErrorCode.DEPLOYMENT_FAILED,
            "Apigee cannot run revision "
                + failed.revision()
                + " of "
                + path
                + ": "
                + GoogleMessage.bounded(String.join("; ", failed.errors()))
                + former
                    .map(d -> "; revision " + d.revision() + " was deployed again")
                    .orElse("; it was undeployed again"),
            path,
            "Correct what Apigee names and plan again."));
  }

  private void pause() throws ApigeeFailure {
    try {
      TimeUnit.MILLISECONDS.sleep(patience.poll().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.interrupted("Waiting for a deployment", true);
    }
  }
}
