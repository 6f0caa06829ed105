package io.entente.hub.preview;

import io.entente.hub.estate.GatewayDocument;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.PlanService;
import io.entente.model.estate.Gateway.WriteMode;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.PolicyName;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges one gateway after the other, with the resolver, translators and planner of real plans. */
record GatewayPreviews(PlanService plans, KnownProfiles profiles, LastSnapshots snapshots) {

  GatewayPreview of(
      GatewayDocument gateway,
      DraftEstate estate,
      Concern concern,
      Set<PolicyName> names,
      long deadline) {
    Snapshot observed;
    Desired desired;
    try {
      requireTime(gateway, deadline);
      observed = snapshots.of(gateway.gateway().id());
      var profile = profiles.of(gateway);
      desired = Desired.of(estate, gateway.gateway().id(), profile, observed.objects());
    } catch (ProblemException e) {
      return view(gateway, concern, new Judged(Judgement.NOT_JUDGED, e.problems()));
    }
    try {
      var draft = plans.draft(desired, observed);
      var changes = Optional.of(PlannedObjects.of(draft, names));
      return view(gateway, concern, new Judged(desired, observed, names, List.of(), changes));
    } catch (ProblemException e) {
      return view(
          gateway, concern, new Judged(desired, observed, names, e.problems(), Optional.empty()));
    }
  }

  private record Judged(
      Judgement judgement,
      List<Problem> problems,
      Optional<Snapshot> observed,
      List<FidelityView> fidelity,
      List<ShadowView> shadowed,
      Optional<PlannedObjects> changes) {

    Judged(Judgement judgement, List<Problem> problems) {
      this(judgement, problems, Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    Judged(
        Desired desired,
        Snapshot observed,
        Set<PolicyName> names,
        List<Problem> refusals,
        Optional<PlannedObjects> changes) {
      this(
          refusals.isEmpty() ? Judgement.TRANSLATED : Judgement.REFUSED,
          refusals,
          Optional.of(observed),
          desired.translation().fidelity().entries().stream()
              .filter(entry -> names.contains(entry.policy().policy()))
              .map(FidelityView::of)
              .toList(),
          desired.translation().shadowed().stream()
              .filter(one -> names.contains(one.policy().policy()))
              .map(ShadowView::of)
              .toList(),
          changes);
    }
  }

  private static GatewayPreview view(GatewayDocument document, Concern concern, Judged judged) {
    var gateway = document.gateway();
    return new GatewayPreview(
        gateway.id().value(),
        gateway.vendor().label(),
        gateway.writes() == WriteMode.MANAGED ? "managed" : "observeOnly",
        judged.judgement(),
        ProblemView.of(judged.problems()),
        judged.observed().map(Snapshot::takenAt),
        concern.routes(),
        judged.fidelity(),
        concern.rivals(),
        judged.shadowed(),
        judged.changes());
  }

  private static void requireTime(GatewayDocument gateway, long deadline) {
    if (System.nanoTime() - deadline > 0) {
      throw new ProblemException(
          Problem.internal(
              "PREVIEW_TIME_UP",
              "There was no time left to judge gateway " + gateway.gateway().id() + ".",
              "Narrow what the policy reaches, or store it and plan the gateway."));
    }
  }
}
