package io.entente.hub.drift;

import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.model.claim.Regions;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.reconciliation.Adopted;
import io.entente.reconciliation.Adoption;
import io.entente.reconciliation.TreeDiff;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether what was found can stay, and what the documents want in its place. Blocks. */
@Singleton
public final class AdoptionCheck {

  private final GatewayEstate estate;
  private final DecisionStore store;

  public AdoptionCheck(GatewayEstate estate, DecisionStore store) {
    this.estate = estate;
    this.store = store;
  }

  /**
   * The decision with what the documents want at its place, tried out against the gateway.
   *
   * @throws ProblemException ADOPTION_NOT_POSSIBLE with why, or what refuses the plan that it would
   *     lead to
   */
  DriftDecision require(OpenDrift row, Snapshot observed, DriftDecision draft) {
    if (holdsUnknown(row.was()) || holdsUnknown(row.is())) {
      throw DecisionTerms.notPossible(
          row,
          "it holds a secret, of which the hub knows a fingerprint and no value",
          "Heal it, or change the reference in the policy.");
    }
    var plain = Desired.of(estate, row.gateway(), observed.objects(), List.of());
    requireNoRefusals(plain);
    var object = Optional.ofNullable(plain.translation().objects().get(row.key()));
    if (object.filter(o -> Adopted.claims(o, row.path())).isEmpty()) {
      throw DecisionTerms.notPossible(
          row,
          "the documents want nothing of this place any more, or only the order of a list differs",
          "Make a plan of the gateway: it shows what the documents want.");
    }
    if (row.is().isEmpty() && Regions.of(object.get().claims()).contains(row.path())) {
      throw DecisionTerms.notPossible(
          row,
          "all that Entente writes there was taken away, and a decision cannot stand for that",
          "Heal it; or delete the policy, or take the route out of its targets, and plan.");
    }
    var wanted = Adopted.at(plain.dialect(), object.get(), row.path());
    if (wanted.equals(row.is())) {
      throw DecisionTerms.notPossible(
          row, "the documents want by now what is there", "Make a plan: it records that.");
    }
    if (holdsUnknown(wanted)) {
      throw DecisionTerms.notPossible(
          row, "what belongs there is known only after an apply", "Heal it with a plan.");
    }
    var decision = DecisionTerms.changed(draft, draft.what(), wanted);
    tryOut(row, observed, DecisionStore.adoption(decision));
    return decision;
  }

  private void tryOut(OpenDrift row, Snapshot observed, Adoption adoption) {
    var all = new ArrayList<>(store.adoptions(row.gateway()));
    all.removeIf(other -> other.key().equals(row.key()) && other.path().startsWith(row.path()));
    all.add(adoption);
    var desired = Desired.of(estate, row.gateway(), observed.objects(), all);
    requireNoRefusals(desired);
    if (!desired.adopted().held().contains(adoption)
        || differs(desired.dialect(), desired.translation().objects(), observed, row)) {
      throw DecisionTerms.notPossible(
          row,
          "what is there cannot be written as a value of this place alone",
          "Heal it, or say what you want in the policy.");
    }
  }

  private static boolean differs(
      Dialect dialect, Map<ObjectKey, NativeObject> desired, Snapshot observed, OpenDrift row) {
    var wanted = Optional.ofNullable(desired.get(row.key()));
    var found = Optional.ofNullable(observed.objects().get(row.key()));
    return TreeDiff.diff(
            dialect,
            row.key(),
            wanted.map(o -> dialect.canonicalise(o.key(), o.content())),
            found.map(o -> dialect.canonicalise(o.key(), o.content())),
            wanted.map(NativeObject::claims).orElseThrow())
        .stream()
        .anyMatch(d -> d.path().startsWith(row.path()) || row.path().startsWith(d.path()));
  }

  private static void requireNoRefusals(Desired desired) {
    if (!desired.translation().refusals().isEmpty()) {
      throw new ProblemException(desired.translation().refusals());
    }
  }

  private static boolean holdsUnknown(Optional<Node> node) {
    return node.filter(AdoptionCheck::holdsUnknown).isPresent();
  }

  private static boolean holdsUnknown(Node node) {
    if (node instanceof Node.Obj obj) {
      return obj.fields().values().stream().anyMatch(AdoptionCheck::holdsUnknown);
    }
    if (node instanceof Node.Arr arr) {
      return arr.items().stream().anyMatch(AdoptionCheck::holdsUnknown);
    }
    return node instanceof Node.Secret || node instanceof Node.Pending;
  }
}
