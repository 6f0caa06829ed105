package io.entente.connector.apigee;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.plan.Change;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.model.problem.Problem;
import io.entente.translator.apigee.dialect.ApigeeNames;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/**
 * Changes what the environment runs of a proxy: makes sure that a revision with exactly the wanted
 * files exists, deploys it in place of the former one and waits. A revision of a proxy of others is
 * only ever made from what is deployed there now and our parts.
 */
final class ProxyStep extends StepRun {

  private static final int CANDIDATES = 10;

  private final Bundles bundles;
  private final BundleCalls calls;
  private final Change change;
  private final String name;
  private final Rollout rollout;
  private final Pruning pruning;
  private Optional<BundleEntity> entity = Optional.empty();
  private Optional<Deployment> deployed = Optional.empty();
  private Optional<Content> seen = Optional.empty();
  private Optional<Deployment> former = Optional.empty();
  private Optional<String> sent = Optional.empty();

  ProxyStep(
      Bundles bundles,
      Change change,
      Precondition precondition,
      WriteLock lock,
      UnaryOperator<String> scrubbed,
      Rollout rollout,
      Pruning pruning) {
    super(change.key(), precondition, lock, scrubbed);
    this.bundles = bundles;
    this.calls = bundles.calls();
    this.change = change;
    this.name = change.key().nativeId();
    this.rollout = rollout;
    this.pruning = pruning;
  }

  @Override
  Optional<Content> read() throws ApigeeFailure {
    deployed = calls.deployed(name);
    entity = calls.get(name);
    seen =
        deployed.isPresent() && entity.isPresent()
            ? Optional.of(bundles.seen(entity.get(), deployed.get().revision()).files())
            : Optional.empty();
    return seen;
  }

  @Override
  Optional<StepResult.Refused> veto() {
    if (deployed.isPresent() || ours()) {
      return Optional.empty();
    }
    return Optional.of(
        new StepResult.Refused(
            FailureClass.PRECONDITION_LOST,
            Problem.user(
                ApigeeErrorCode.NOT_DEPLOYED,
                "Proxy " + name + " of others is not deployed in this environment",
                change.key().toString(),
                "Deploy it, refresh the gateway and plan again.")));
  }

  @Override
  void write() throws ApigeeFailure {
    former = deployed;
    var wanted =
        ClaimMerge.apply(seen.map(content -> NativeObject.foreign(change.key(), content)), change);
    if (wanted.isEmpty()) {
      remove();
      return;
    }
    String revision = revision((Content.Files) wanted.get());
    calls.deploy(name, revision, former.flatMap(Deployment::serviceAccount));
    sent = Optional.of(revision);
  }

  @Override
  Optional<StepResult> settle() throws ApigeeFailure {
    return sent.isPresent() ? rollout.await(name, sent.get(), former) : Optional.empty();
  }

  @Override
  void tidy() throws ApigeeFailure {
    if (ours()) {
      pruning.ours(calls, name);
    } else {
      pruning.theirs(calls, name);
    }
  }

  /** One that has these files already, else a new one. */
  private String revision(Content.Files wanted) throws ApigeeFailure {
    for (String candidate : candidates()) {
      if (bundles.seen(entity.orElseThrow(), candidate).files().equals(wanted)) {
        return candidate;
      }
    }
    SortedMap<String, Blob> now =
        former.isPresent()
            ? bundles.download(name, former.get().revision())
            : Collections.emptySortedMap();
    String made = Imports.run(calls, name, bundles.archive(name, now, wanted));
    entity.ifPresent(known -> pruning.made(name, known.createdAt(), made));
    return made;
  }

  /** Made after what runs: by us before a crash, or by somebody who wants just the same. */
  private List<String> candidates() {
    List<String> newer =
        entity
            .map(
                known ->
                    former
                        .map(running -> known.newerThan(running.revision()))
                        .orElse(known.revisions()))
            .orElse(List.of());
    return newer.subList(0, Math.min(CANDIDATES, newer.size()));
  }

  private void remove() throws ApigeeFailure {
    if (former.isPresent()) {
      calls.undeploy(name, former.get().revision());
    }
    if (ours() && calls.everywhere(name).isEmpty()) {
      calls.delete(name);
    }
  }

  private boolean ours() {
    return ApigeeNames.isOurs(name);
  }
}
