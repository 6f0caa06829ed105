package io.entente.reconciliation;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.claim.ClaimScope;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Reverses an applied plan: inside the claims it touched, the state before it; nothing else. */
public final class Undo {

  private final Dialect dialect;
  private final List<Change> reverse = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private final List<Problem> refusals = new ArrayList<>();
  private final List<String> cannotReturn = new ArrayList<>();

  private Undo(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Plans the way back. Restoring means canonical equality inside claims; a step whose effect is
   * not there (any more) needs no reverse.
   *
   * @param applied the change sets that were applied
   * @param observed the gateway now; must be Complete, else refused with SNAPSHOT_INCOMPLETE
   */
  public static UndoDraft plan(
      Dialect dialect, GatewayProfile profile, List<ChangeSet> applied, Snapshot observed) {
    var undo = new Undo(dialect);
    var ours = new TreeMap<ObjectKey, NativeObject>();
    if (!observed.complete()) {
      undo.refusals.add(incomplete(observed));
    }
    for (ChangeSet set : applied) {
      for (var step : set.steps()) {
        Change change = step.change();
        undo.reverse(change, Optional.ofNullable(observed.objects().get(change.key())));
        change
            .before()
            .filter(before -> !before.claims().isEmpty())
            .ifPresent(before -> ours.put(change.key(), before));
      }
    }
    boolean idle = undo.reverse.isEmpty() || !undo.refusals.isEmpty();
    List<ChangeSet> sets = idle ? List.of() : dialect.pack(undo.reverse, profile);
    var draft =
        new PlanDraft(sets, undo.differences, List.of(), undo.refusals, PlanHash.of(dialect, sets));
    return new UndoDraft(draft, ours, undo.cannotReturn);
  }

  private void reverse(Change change, Optional<NativeObject> current) {
    var scope = ClaimScope.of(change);
    Optional<Content> now = canonical(current);
    if (ClaimScope.same(now, canonical(change.before()), scope)) {
      return;
    }
    if (!ClaimScope.same(now, canonical(change.after()), scope)) {
      refusals.add(moved(change.key()));
      return;
    }
    var from = current.map(object -> object.withClaims(scope));
    Optional<NativeObject> to =
        change.before().isPresent()
            ? Optional.of(restored(change.before().get().withClaims(scope), from))
            : from.flatMap(object -> ClaimMerge.remove(object, scope))
                .map(content -> NativeObject.foreign(change.key(), content));
    reverse.add(new Change(change.key(), from, to));
    differences.addAll(TreeDiff.diff(dialect, change.key(), now, canonical(to), scope));
    noteLosses(change, current.isEmpty());
  }

  private static NativeObject restored(NativeObject before, Optional<NativeObject> current) {
    return before.withContent(ClaimMerge.merge(current, before, before.claims()));
  }

  private void noteLosses(Change change, boolean recreated) {
    if (recreated) {
      cannotReturn.add(
          change.key()
              + " is created anew: its creation time, counters and revision numbers begin again.");
    }
    ClaimScope.inside(change.before().map(NativeObject::content), ClaimScope.of(change))
        .values()
        .forEach((path, node) -> noteSecrets(change.key(), path, node));
  }

  private void noteSecrets(ObjectKey key, NodePath path, Node node) {
    if (node instanceof Node.Secret secret) {
      cannotReturn.add(
          key
              + " at "
              + path
              + " held the secret "
              + secret.ref().value()
              + ": it returns only if that reference still leads to the same value.");
    } else if (node instanceof Node.Obj obj) {
      obj.fields().forEach((name, below) -> noteSecrets(key, path.field(name), below));
    } else if (node instanceof Node.Arr list) {
      for (int i = 0; i < list.items().size(); i++) {
        noteSecrets(key, path.index(i), list.items().get(i));
      }
    }
  }

  private Optional<Content> canonical(Optional<NativeObject> object) {
    return object.map(o -> dialect.canonicalise(o.key(), o.content()));
  }

  private static Problem moved(ObjectKey key) {
    return Problem.user(
        "UNDO_BASE_MOVED",
        key + " is neither what the plan left nor what it found: somebody changed it since.",
        key.toString(),
        "Look at the drift of this object, decide whose change stays, then plan again.");
  }

  private static Problem incomplete(Snapshot observed) {
    return Problem.vendor(
        "SNAPSHOT_INCOMPLETE",
        "Gateway " + observed.gateway() + " could not be read completely.",
        observed.gateway().value(),
        "Mend what kept the read from finishing, refresh the gateway and try again.");
  }
}
