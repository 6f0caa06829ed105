package io.entente.connector.apigee;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.tree.Node;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Makes a revision of a shared flow of ours, or deletes the flow. */
final class FlowStep extends StepRun {

  private final Bundles bundles;
  private final Change change;
  private final String name;
  private Optional<BundleEntity> entity = Optional.empty();
  private Optional<Content> seen = Optional.empty();

  FlowStep(
      Bundles bundles,
      Change change,
      Precondition precondition,
      WriteLock lock,
      UnaryOperator<String> scrubbed) {
    super(change.key(), precondition, lock, scrubbed);
    this.bundles = bundles;
    this.change = change;
    this.name = change.key().nativeId();
  }

  @Override
  Optional<Content> read() throws ApigeeFailure {
    entity = bundles.calls().get(name).filter(found -> found.latest().isPresent());
    seen =
        entity.isPresent()
            ? Optional.of(bundles.seen(entity.get(), entity.get().latest().orElseThrow()).files())
            : Optional.empty();
    return seen;
  }

  @Override
  void write() throws ApigeeFailure {
    var current = seen.map(content -> NativeObject.foreign(change.key(), content));
    var wanted = ClaimMerge.apply(current, change);
    if (wanted.isEmpty()) {
      bundles.calls().delete(name);
      return;
    }
    byte[] archive = bundles.archive(name, new TreeMap<>(), (Content.Files) wanted.get());
    Imports.run(bundles.calls(), name, archive);
  }

  @Override
  Map<Node.Pending, Node> outputs() {
    return entity
        .flatMap(BundleEntity::latest)
        .map(
            revision ->
                Map.<Node.Pending, Node>of(
                    new Node.Pending(change.key(), ApigeeKinds.REVISION), Node.text(revision)))
        .orElse(Map.of());
  }
}
