package io.entente.translator.kong;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteResolution;
import io.entente.translator.PoliciesByKind;
import io.entente.translator.RequiredFidelity;
import io.entente.translator.Shadowed;
import io.entente.translator.SomeCallers;
import io.entente.translator.Stated;
import io.entente.translator.kong.emit.Emission;
import io.entente.translator.kong.emit.Evidence;
import io.entente.translator.kong.emit.KindEmitter;
import io.entente.translator.kong.emit.Place;
import io.entente.translator.kong.emit.PluginDraft;
import io.entente.translator.kong.emit.ServicePart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All policies of one route, emitted. Filled once, then read. */
final class RouteEmission {

  private final NativeRoute route;
  private final Place place;
  private final KongEstate estate;
  private final List<PluginDraft> plugins = new ArrayList<>();
  private Optional<ServicePart> service = Optional.empty();
  private final List<PolicyFidelity> fidelity = new ArrayList<>();
  private final List<Shadowed> shadowed = new ArrayList<>();
  private final List<Problem> refusals = new ArrayList<>();

  private RouteEmission(NativeRoute route, Place place, KongEstate estate) {
    this.route = route;
    this.place = place;
    this.estate = estate;
  }

  static RouteEmission of(
      RouteResolution resolution,
      NativeRoute route,
      Place place,
      KongEstate estate,
      Map<String, KindEmitter> emitters) {
    List<EffectivePolicy> effective = resolution.effective();
    var emission = new RouteEmission(route, place, estate);
    var done = new HashSet<String>();
    for (String kind : PoliciesByKind.of(effective).keySet()) {
      KindEmitter emitter = emitters.get(kind);
      Set<String> together = emitter == null ? Set.of(kind) : emitter.kindNames();
      if (done.addAll(together)) {
        emission.kinds(ofKinds(effective, together), emitter);
      }
    }
    SomeCallers.of(resolution).forEach(emission::refuse);
    return emission;
  }

  private void refuse(SomeCallers meant) {
    PolicyFidelity said =
        meant.refused(
            place.route(),
            Evidence.SCOPES.grade(),
            new Stated(meant.policy().id())
                .different(
                    "no-consumer-scope",
                    "0 of %d consumers (%s) are told from others"
                        .formatted(meant.consumers().size(), String.join(", ", meant.consumers())),
                    "Have the policy hold for everybody on this gateway."));
    fidelity.removeIf(entry -> entry.policy().equals(said.policy()));
    fidelity.add(said);
    RequiredFidelity.check(meant.policy(), said).ifPresent(refusals::add);
  }

  private static List<Policy> ofKinds(List<EffectivePolicy> effective, Set<String> kinds) {
    return effective.stream()
        .map(EffectivePolicy::policy)
        .filter(policy -> kinds.contains(policy.spec().kind().kindName()))
        .toList();
  }

  NativeRoute route() {
    return route;
  }

  /** Those that go out. */
  List<PluginDraft> plugins() {
    return plugins;
  }

  /** What policies say of the service, which is made by us. */
  Optional<ServicePart> service() {
    return service;
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

  private void kinds(List<Policy> policies, @Nullable KindEmitter emitter) {
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
    refusals.addAll(emission.refusals());
    service = service.or(emission::service);
    var verdicts = new LinkedHashMap<PluginDraft, ScopeVerdict>();
    for (PluginDraft draft : emission.plugins()) {
      verdicts.put(draft, ScopeVerdict.of(draft, route, place.route(), estate));
    }
    for (PluginDraft draft : emission.plugins()) {
      ScopeVerdict verdict = needed(draft, verdicts);
      verdicts.put(draft, verdict);
      verdict.shadowed().stream().filter(s -> !shadowed.contains(s)).forEach(shadowed::add);
      if (verdict.goesOut()) {
        plugins.add(draft);
      }
    }
    for (int i = 0; i < policies.size(); i++) {
      fidelity.add(said(policies.get(i), emission.fidelity().get(i), verdicts));
    }
  }

  /** One that goes out only beside another yields with that other. */
  private static ScopeVerdict needed(PluginDraft draft, Map<PluginDraft, ScopeVerdict> verdicts) {
    ScopeVerdict own = verdicts.getOrDefault(draft, ScopeVerdict.nothing());
    return verdicts.entrySet().stream()
        .filter(other -> draft.needs().contains(other.getKey().name()))
        .map(Map.Entry::getValue)
        .filter(other -> own.goesOut() && !other.goesOut())
        .findFirst()
        .map(other -> other.of(draft.policies()))
        .orElse(own);
  }

  private PolicyFidelity said(
      Policy policy, PolicyFidelity emitted, Map<PluginDraft, ScopeVerdict> verdicts) {
    PolicyFidelity said = emitted;
    for (ScopeVerdict verdict : verdicts.values()) {
      for (var finding : verdict.findings()) {
        said =
            finding.policy().equals(policy.id())
                ? Fidelities.with(said, finding.deviation())
                : said;
      }
    }
    var drafts = verdicts.keySet().stream().filter(d -> d.policies().contains(policy)).toList();
    // A policy of which nothing goes out yields; it is not refused for what it would have lost.
    if (drafts.isEmpty() || drafts.stream().anyMatch(d -> goesOut(verdicts, d))) {
      RequiredFidelity.check(policy, said).ifPresent(refusals::add);
    }
    for (var entry : verdicts.entrySet()) {
      for (Shadowed each : entry.getValue().shadowed()) {
        if (!entry.getValue().goesOut() && each.policy().equals(policy.id())) {
          said = Fidelities.without(said, entry.getKey().fields(), ScopeVerdict.withheld(each));
        }
      }
    }
    return said;
  }

  private static boolean goesOut(Map<PluginDraft, ScopeVerdict> verdicts, PluginDraft draft) {
    ScopeVerdict verdict = verdicts.get(draft);
    return verdict != null && verdict.goesOut();
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
                        "0 requests are judged and 0 are reported: Kong's plugins either act or do not run",
                        "Set mode: enforce.")));
  }
}
