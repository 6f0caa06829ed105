package io.entente.reconciliation;

import io.entente.model.claim.ClaimMerge;
import io.entente.model.claim.ClaimScope;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.Change;
import io.entente.model.plan.ChangeSet;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes a plan out of what is desired, what was applied last and what the gateway holds. */
public final class Planner {

  private final Dialect dialect;
  private final GatewayProfile profile;
  private final PlanInput input;
  private final List<Change> changes = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private final List<Problem> refusals = new ArrayList<>();

  private Planner(Dialect dialect, GatewayProfile profile, PlanInput input) {
    this.dialect = dialect;
    this.profile = profile;
    this.input = input;
  }

  /** Plans without a bound on the number of objects. */
  public static PlanDraft plan(Dialect dialect, GatewayProfile profile, PlanInput input) {
    return plan(dialect, profile, input, PlanLimits.none());
  }

  /**
   * Plans. What is refused, all of it at once, never partly planned: SNAPSHOT_INCOMPLETE,
   * FOREIGN_OBJECT (a desired object, element or file exists and is not ours, with other content),
   * AMBIGUOUS_ELEMENT, PATH_BLOCKED, PLAN_TOO_LARGE.
   */
  public static PlanDraft plan(
      Dialect dialect, GatewayProfile profile, PlanInput input, PlanLimits limits) {
    var planner = new Planner(dialect, profile, input);
    planner.requireComplete();
    planner.requireWithin(limits);
    var keys = new TreeSet<>(input.desired().keySet());
    keys.addAll(input.lastApplied().keySet());
    keys.forEach(planner::plan);
    return planner.draft();
  }

  private void plan(ObjectKey key) {
    var observed = Optional.ofNullable(input.observed().objects().get(key));
    var desired = Optional.ofNullable(input.desired().get(key));
    Set<Claim> former =
        Optional.ofNullable(input.lastApplied().get(key))
            .map(NativeObject::claims)
            .orElse(Set.of());
    if (observed.isEmpty() && desired.isEmpty()) {
      return;
    }
    try {
      if (observed.isPresent() && desired.isPresent()) {
        ForeignGuard.require(canonical(observed.get()), canonical(desired.get()), former);
      }
      add(change(key, observed, desired, former));
    } catch (ProblemException e) {
      refusals.addAll(e.problems());
    }
  }

  private Change change(
      ObjectKey key,
      Optional<NativeObject> observed,
      Optional<NativeObject> desired,
      Set<Claim> former) {
    var before = observed.map(o -> o.withClaims(former));
    if (desired.isPresent()) {
      Content content = ClaimMerge.merge(before, desired.get(), former);
      return new Change(key, before, Optional.of(desired.get().withContent(content)));
    }
    var rest = dialect.released(observed.orElseThrow(), former);
    return new Change(key, before, rest.map(content -> NativeObject.foreign(key, content)));
  }

  private void add(Change change) {
    var found =
        TreeDiff.diff(
            dialect,
            change.key(),
            change.before().map(o -> canonical(o).content()),
            change.after().map(o -> canonical(o).content()),
            ClaimScope.of(change));
    if (!found.isEmpty()) {
      changes.add(change);
      differences.addAll(found);
    }
  }

  private void requireComplete() {
    if (!input.observed().complete()) {
      refusals.add(
          Problem.vendor(
              "SNAPSHOT_INCOMPLETE",
              "Gateway "
                  + input.observed().gateway()
                  + " could not be read completely, so what is missing may exist.",
              input.observed().gateway().value(),
              "Mend what kept the read from finishing, refresh the gateway and plan again."));
    }
  }

  private void requireWithin(PlanLimits limits) {
    int objects = input.desired().size();
    if (objects > limits.maxObjects()) {
      refusals.add(
          Problem.user(
              "PLAN_TOO_LARGE",
              "The plan holds "
                  + objects
                  + " native objects, the limit is "
                  + limits.maxObjects()
                  + ".",
              "gateway " + input.observed().gateway(),
              String.valueOf(objects),
              "Look for a policy that multiplies over routes, or split the gateway's APIs."));
    }
  }

  private PlanDraft draft() {
    var drift = DriftDetector.detect(dialect, input.lastApplied(), input.observed());
    boolean idle = changes.isEmpty() || !refusals.isEmpty();
    List<ChangeSet> changeSets = idle ? List.of() : dialect.pack(changes, profile);
    return new PlanDraft(
        changeSets, differences, drift, refusals, PlanHash.of(dialect, changeSets));
  }

  private NativeObject canonical(NativeObject object) {
    return object.withContent(dialect.canonicalise(object.key(), object.content()));
  }
}
