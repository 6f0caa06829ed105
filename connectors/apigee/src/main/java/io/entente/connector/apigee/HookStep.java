package io.entente.connector.apigee;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import java.util.List;
import java.util.Optional;

/**
 * Attaches a shared flow to a hook, or detaches it. The hook is asked again right before the write,
 * because a PUT replaces whatever is there and Apigee compares nothing; what changes between the
 * two calls is found by reading back.
 */
final class HookStep extends StepRun {

  private static final String FLOW = "sharedFlow";
  private static final List<String> FIELDS = List.of(FLOW, "continueOnError", "description");

  private final EnvironmentCalls calls;
  private final BundleCalls flows;
  private final Change change;
  private final Precondition precondition;
  private final String point;

  HookStep(
      EnvironmentCalls calls,
      BundleCalls flows,
      Change change,
      Precondition precondition,
      WriteLock lock) {
    super(change.key(), precondition, lock, text -> text);
    this.calls = calls;
    this.flows = flows;
    this.change = change;
    this.precondition = precondition;
    this.point = change.key().nativeId();
  }

  /** The hook as it is kept: always with its point. */
  static Node shown(String point, Node raw) {
    return raw instanceof Node.Obj obj ? obj.with("flowHookPoint", Node.text(point)) : raw;
  }

  @Override
  Optional<Content> read() throws ApigeeFailure {
    return Optional.of(new Content.Tree(shown(point, calls.hook(point))));
  }

  /** A hook that calls a flow which does not run breaks every request of the environment. */
  @Override
  Optional<StepResult.Refused> veto() throws ApigeeFailure {
    var flow = change.after().flatMap(HookStep::flow);
    if (flow.isEmpty()) {
      return Optional.empty();
    }
    var deployed = flows.deployed(flow.get());
    boolean ready =
        deployed.isPresent()
            && flows
                .state(flow.get(), deployed.get().revision())
                .filter(Deployment::ready)
                .isPresent();
    return ready
        ? Optional.empty()
        : Optional.of(
            new StepResult.Refused(
                FailureClass.TRANSIENT,
                Problem.vendor(
                    ApigeeErrorCode.FLOW_NOT_READY,
                    "Shared flow " + flow.get() + " does not run in this environment yet",
                    change.key().toString(),
                    "Wait until its deployment is ready, then apply again.")));
  }

  @Override
  void write() throws ApigeeFailure {
    if (!precondition.holds(read())) {
      throw ApigeeFailure.unsent(
          FailureClass.PRECONDITION_LOST,
          Problem.user(
              ApigeeErrorCode.OBJECT_MOVED,
              change.key() + " was changed by somebody else at this moment",
              change.key().toString(),
              "Refresh the gateway and plan again."));
    }
    Node.Obj body = Node.obj();
    for (String field : FIELDS) {
      var value = change.after().flatMap(after -> field(after, field));
      body = value.isPresent() ? body.with(field, value.get()) : body;
    }
    if (Trees.text(body, FLOW).filter(text -> !text.isBlank()).isPresent()) {
      calls.attach(point, body);
    } else {
      calls.detach(point);
    }
  }

  private static Optional<String> flow(NativeObject hook) {
    return field(hook, FLOW).flatMap(Trees::text).filter(text -> !text.isBlank());
  }

  private static Optional<Node> field(NativeObject hook, String name) {
    return hook.content() instanceof Content.Tree tree
        ? Trees.field(tree.root(), name)
        : Optional.empty();
  }
}
