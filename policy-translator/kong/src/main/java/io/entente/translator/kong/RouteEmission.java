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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All policies of one route, emitted. Filled once, then read. */
final class RouteEmission {

  private final NativeRoute route;
  private final Place place;
  private final KongEstate estate;
  private final List<Optional<String>> callers;
  private final List<PluginDraft> onRoute;
  private final List<Instance> plugins = new ArrayList<>();
  private Optional<ServicePart> service = Optional.empty();
  private final List<PolicyFidelity> fidelity = new ArrayList<>();
  private final List<Shadowed> shadowed = new ArrayList<>();
  private final List<Problem> refusals = new ArrayList<>();

  /**
   * @param callers ids of those whom the instances are for; the empty one is everybody
   * @param onRoute those of ours that go out on the route for everybody
   */
  RouteEmission(
      NativeRoute route,
      Place place,
      KongEstate estate,
      List<Optional<String>> callers,
      List<PluginDraft> onRoute) {
    this.route = route;
    this.place = place;
    this.estate = estate;
    this.callers = List.copyOf(callers);
    this.onRoute = List.copyOf(onRoute);
  }

  static RouteEmission of(
      RouteResolution resolution,
      NativeRoute route,
      Place place,
      KongEstate estate,
      Map<String, KindEmitter> emitters) {
    var emission = new RouteEmission(route, place, estate, List.of(Optional.empty()), List.of());
    emission.emit(resolution.effective(), emitters, kinds -> true);
    if (!resolution.callers().isEmpty()) {
      new CallersEmission(emission, resolution, emitters).add();
    }
    return emission;
  }

  /**
   * @param wanted whether the kinds that are emitted together are
   */
  void emit(
      List<EffectivePolicy> effective,
      Map<String, KindEmitter> emitters,
      Predicate<Set<String>> wanted) {
    var done = new HashSet<String>();
    for (String kind : PoliciesByKind.of(effective).keySet()) {
      KindEmitter emitter = emitters.get(kind);
      Set<String> together = emitter == null ? Set.of(kind) : emitter.kindNames();
      if (done.addAll(together) && wanted.test(together)) {
        kinds(ofKinds(effective, together), emitter);
      }
    }
  }

  static List<Policy> ofKinds(List<EffectivePolicy> effective, Set<String> kinds) {
    return effective.stream()
        .map(EffectivePolicy::policy)
        .filter(policy -> kinds.contains(policy.spec().kind().kindName()))
        .toList();
  }

  NativeRoute route() {
    return route;
  }

  Place place() {
    return place;
  }

  KongEstate estate() {
    return estate;
  }

  /** With what holds for some callers; what is said of a policy of both is in {@code said}. */
  void add(RouteEmission theirs, List<PolicyFidelity> said) {
    plugins.addAll(theirs.plugins);
    theirs.shadowed.stream().filter(each -> !shadowed.contains(each)).forEach(shadowed::add);
    theirs.refusals.stream().filter(each -> !refusals.contains(each)).forEach(refusals::add);
    fidelity.clear();
    fidelity.addAll(said);
  }

  /** Those that go out. */
  List<Instance> plugins() {
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
      Emission emission = emitter.emit(acting, place);
      take(
          acting,
          place.narrowed()
              ? ConsumerScope.of(emission, acting, place, onRoute(emitter.kindNames()))
              : emission);
    }
  }

  private List<PluginDraft> onRoute(Set<String> kinds) {
    return onRoute.stream()
        .filter(
            draft ->
                draft.policies().stream()
                    .anyMatch(policy -> kinds.contains(policy.spec().kind().kindName())))
        .toList();
  }

  private void take(List<Policy> policies, Emission emission) {
    refusals.addAll(emission.refusals());
    service = service.or(emission::service);
    var verdicts = new LinkedHashMap<Instance, ScopeVerdict>();
    for (PluginDraft draft : emission.plugins()) {
      for (Optional<String> caller : callers) {
        var instance = new Instance(draft, caller);
        boolean ours = onRoute.stream().anyMatch(other -> other.name().equals(draft.name()));
        verdicts.put(instance, ScopeVerdict.of(instance, route, ours, place.route(), estate));
      }
    }
    for (Instance instance : List.copyOf(verdicts.keySet())) {
      ScopeVerdict verdict = needed(instance, verdicts);
      verdicts.put(instance, verdict);
      verdict.shadowed().stream().filter(s -> !shadowed.contains(s)).forEach(shadowed::add);
      if (verdict.goesOut()) {
        plugins.add(instance);
      }
    }
    for (int i = 0; i < policies.size(); i++) {
      fidelity.add(said(policies.get(i), emission.fidelity().get(i), verdicts));
    }
  }

  /** One that goes out only beside another yields with that other. */
  private static ScopeVerdict needed(Instance instance, Map<Instance, ScopeVerdict> verdicts) {
    ScopeVerdict own = verdicts.getOrDefault(instance, ScopeVerdict.nothing());
    return verdicts.entrySet().stream()
        .filter(other -> other.getKey().consumer().equals(instance.consumer()))
        .filter(other -> instance.draft().needs().contains(other.getKey().draft().name()))
        .map(Map.Entry::getValue)
        .filter(other -> own.goesOut() && !other.goesOut())
        .findFirst()
        .map(other -> other.of(instance.draft().policies()))
        .orElse(own);
  }

  private PolicyFidelity said(
      Policy policy, PolicyFidelity emitted, Map<Instance, ScopeVerdict> verdicts) {
    PolicyFidelity said = emitted;
    for (ScopeVerdict verdict : verdicts.values()) {
      for (var finding : verdict.findings()) {
        said =
            finding.policy().equals(policy.id())
                ? Fidelities.with(said, finding.deviation())
                : said;
      }
    }
    var instances =
        verdicts.keySet().stream().filter(i -> i.draft().policies().contains(policy)).toList();
    for (Instance instance : instances) {
      said = goesOut(verdicts, instance) ? said : ownFor(said, instance, verdicts);
    }
    // A policy of which nothing goes out yields; it is not refused for what it would have lost.
    if (instances.isEmpty() || instances.stream().anyMatch(i -> goesOut(verdicts, i))) {
      RequiredFidelity.check(policy, said).ifPresent(refusals::add);
    }
    for (var entry : verdicts.entrySet()) {
      for (Shadowed each : entry.getValue().shadowed()) {
        if (!entry.getValue().goesOut()
            && each.policy().equals(policy.id())
            && instances.stream()
                .noneMatch(i -> twins(i, entry.getKey()) && goesOut(verdicts, i))) {
          String fields = entry.getKey().draft().fields();
          said = Fidelities.without(said, fields, ScopeVerdict.withheld(each));
        }
      }
    }
    return said;
  }

  /** With what keeps one instance from going out, where one for another consumer does. */
  private PolicyFidelity ownFor(
      PolicyFidelity said, Instance instance, Map<Instance, ScopeVerdict> verdicts) {
    ScopeVerdict verdict = verdicts.getOrDefault(instance, ScopeVerdict.nothing());
    String whom = instance.consumer().map(estate::consumer).orElse("everybody");
    return verdicts.keySet().stream().anyMatch(i -> twins(i, instance) && goesOut(verdicts, i))
        ? verdict.shadowed().stream()
            .filter(each -> each.policy().equals(said.policy()))
            .map(ScopeVerdict::withheld)
            .map(why -> Fidelities.prefixed(why, "for " + whom + ": "))
            .reduce(said, Fidelities::with, (one, other) -> one)
        : said;
  }

  private static boolean twins(Instance one, Instance other) {
    return one.draft().equals(other.draft());
  }

  private static boolean goesOut(Map<Instance, ScopeVerdict> verdicts, Instance instance) {
    ScopeVerdict verdict = verdicts.get(instance);
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
