package io.entente.connector.apigee;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.tree.Node;
import java.util.Optional;

/** Makes, replaces or deletes a target server of ours. */
final class TargetServerStep extends StepRun {

  private final EnvironmentCalls calls;
  private final Change change;
  private final String name;
  private Optional<Content> seen = Optional.empty();

  TargetServerStep(
      EnvironmentCalls calls, Change change, Precondition precondition, WriteLock lock) {
    super(change.key(), precondition, lock, text -> text);
    this.calls = calls;
    this.change = change;
    this.name = change.key().nativeId();
  }

  @Override
  Optional<Content> read() throws ApigeeFailure {
    seen = calls.targetServer(name).map(Content.Tree::new);
    return seen;
  }

  @Override
  void write() throws ApigeeFailure {
    var current = seen.map(content -> NativeObject.foreign(change.key(), content));
    var wanted = ClaimMerge.apply(current, change);
    if (wanted.isEmpty()) {
      calls.deleteTargetServer(name);
    } else if (wanted.get() instanceof Content.Tree tree && tree.root() instanceof Node.Obj body) {
      if (seen.isPresent()) {
        calls.replaceTargetServer(name, body);
      } else {
        calls.createTargetServer(body.with("name", Node.text(name)));
      }
    }
  }
}
