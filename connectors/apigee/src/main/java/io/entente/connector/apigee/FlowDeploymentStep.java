package io.entente.connector.apigee;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import java.util.Optional;

/** Deploys a revision of a shared flow of ours in place of the former one, or undeploys it. */
final class FlowDeploymentStep extends StepRun {

  private static final String REVISION = "revision";

  private final BundleCalls calls;
  private final Change change;
  private final String name;
  private final Rollout rollout;
  private final Pruning pruning;
  private Optional<Deployment> deployed = Optional.empty();
  private Optional<Deployment> former = Optional.empty();
  private Optional<String> sent = Optional.empty();

  /**
   * @param change with its revision known
   */
  FlowDeploymentStep(
      BundleCalls calls,
      Change change,
      Precondition precondition,
      WriteLock lock,
      Rollout rollout,
      Pruning pruning) {
    super(change.key(), precondition, lock, text -> text);
    this.calls = calls;
    this.change = change;
    this.name = change.key().nativeId();
    this.rollout = rollout;
    this.pruning = pruning;
  }

  @Override
  Optional<Content> read() throws ApigeeFailure {
    deployed = calls.deployed(name);
    return deployed.map(d -> new Content.Tree(Node.obj().with(REVISION, Node.text(d.revision()))));
  }

  @Override
  void write() throws ApigeeFailure {
    former = deployed;
    Optional<NativeObject> after = change.after();
    if (after.isEmpty()) {
      for (Deployment running : former.stream().toList()) {
        calls.undeploy(name, running.revision());
      }
      return;
    }
    String revision = revision(after.get());
    calls.deploy(name, revision, former.flatMap(Deployment::serviceAccount));
    sent = Optional.of(revision);
  }

  @Override
  Optional<StepResult> settle() throws ApigeeFailure {
    return sent.isPresent() ? rollout.await(name, sent.get(), former) : Optional.empty();
  }

  @Override
  void tidy() throws ApigeeFailure {
    pruning.ours(calls, name);
  }

  private String revision(NativeObject wanted) throws ApigeeFailure {
    Optional<String> revision =
        wanted.content() instanceof Content.Tree tree
            ? Trees.text(tree.root(), REVISION).filter(text -> text.matches("\\d{1,18}"))
            : Optional.empty();
    return revision.orElseThrow(
        () ->
            ApigeeFailure.unsent(
                FailureClass.FIX_CONFIG,
                Problem.user(
                    ApigeeErrorCode.VALUE_PENDING,
                    "Which revision of " + name + " is to be deployed is not known",
                    change.key().toString(),
                    "Apply the plan from its beginning.")));
  }
}
