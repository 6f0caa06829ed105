package io.entente.translator.apigee;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.resolution.RouteResolution;
import io.entente.translator.PoliciesByKind;
import io.entente.translator.RequiredFidelity;
import io.entente.translator.Shadowed;
import io.entente.translator.SomeCallers;
import io.entente.translator.Stated;
import io.entente.translator.apigee.emit.Emission;
import io.entente.translator.apigee.emit.Evidence;
import io.entente.translator.apigee.emit.KindEmitter;
import io.entente.translator.apigee.emit.Place;
import io.entente.translator.apigee.emit.StepDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All policies of one route, emitted. Filled once, then read. */
final class RouteEmission {

  private final Place place;
  private final List<StepDraft> steps = new ArrayList<>();
  private final List<PolicyFidelity> fidelity = new ArrayList<>();
  private final List<Shadowed> shadowed = new ArrayList<>();
  private final List<Problem> refusals = new ArrayList<>();

  private RouteEmission(Place place) {
    this.place = place;
  }

  static RouteEmission of(
      RouteResolution resolution, Place place, Map<String, KindEmitter> emitters) {
    var emission = new RouteEmission(place);
    PoliciesByKind.of(resolution.effective())
        .forEach((kind, policies) -> emission.kind(policies, emitters.get(kind)));
    for (SomeCallers meant : SomeCallers.of(resolution)) {
      Policy policy = meant.policy();
      boolean forEverybodyToo =
          emission.fidelity.removeIf(entry -> entry.policy().equals(policy.id()));
      emission.take(
          List.of(policy),
          new CallersEmission(meant, place, forEverybodyToo)
              .emission(emitters.get(policy.spec().kind().kindName())));
    }
    return emission;
  }

  List<StepDraft> steps() {
    return steps;
  }

  List<PolicyFidelity> fidelity() {
    return fidelity;
  }

  List<Shadowed> shadowed() {
    return shadowed;
  }

  List<Problem> refusals() {
    return refusals;
  }

  private void kind(List<Policy> policies, @Nullable KindEmitter emitter) {
    if (emitter == null) {
      take(policies, Emission.nothing(policies, place, ledger -> {}));
      return;
    }
    List<Policy> observing =
        policies.stream()
            .filter(p -> p.spec().mode() == Mode.OBSERVE && !emitter.observes())
            .toList();
    List<Policy> acting = policies.stream().filter(p -> !observing.contains(p)).toList();
    if (!observing.isEmpty()) {
      take(observing, observed(observing));
    }
    if (!acting.isEmpty()) {
      take(acting, emitter.emit(acting, place));
    }
  }

  private void take(List<Policy> policies, Emission emission) {
    steps.addAll(emission.steps());
    fidelity.addAll(emission.fidelity());
    shadowed.addAll(emission.shadowed());
    refusals.addAll(emission.refusals());
    for (int i = 0; i < policies.size(); i++) {
      Policy policy = policies.get(i);
      // A policy that yields is not refused for what it would have lost.
      if (emission.shadowed().stream().noneMatch(s -> s.policy().equals(policy.id()))) {
        RequiredFidelity.check(policy, emission.fidelity().get(i)).ifPresent(refusals::add);
      }
    }
  }

  private Emission observed(List<Policy> policies) {
    return Emission.nothing(
        policies,
        place,
        ledger ->
            ledger.unsupported(
                "mode",
                Evidence.OBSERVE.grade(),
                new Stated(ledger.policy().id())
                    .different(
                        "observe-not-possible",
                        "0 requests are judged and 0 are reported: a policy of Apigee either acts"
                            + " or does not run",
                        "Set mode: enforce.")));
  }
}
