package io.entente.translator.kong;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.identity.PolicyVersion;
import io.entente.policy.Policy;
import io.entente.policy.resolution.CallerResolution;
import io.entente.policy.resolution.RouteResolution;
import io.entente.translator.RequiredFidelity;
import io.entente.translator.SomeCallers;
import io.entente.translator.Stated;
import io.entente.translator.kong.emit.Evidence;
import io.entente.translator.kong.emit.KindEmitter;
import io.entente.translator.kong.emit.Place;
import io.entente.translator.kong.emit.PluginDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * What holds on a route for some callers otherwise than for everybody. Kong runs one instance of a
 * plugin, so that the one for a consumer says all that holds for that consumer.
 */
final class CallersEmission {

  private final RouteEmission everybody;
  private final RouteResolution resolution;
  private final Map<String, KindEmitter> emitters;
  private final Place place;
  private final KongEstate estate;
  private final Map<PolicyVersion, PolicyFidelity> said = new LinkedHashMap<>();

  CallersEmission(
      RouteEmission everybody, RouteResolution resolution, Map<String, KindEmitter> emitters) {
    this.everybody = everybody;
    this.resolution = resolution;
    this.emitters = emitters;
    this.place = everybody.place();
    this.estate = everybody.estate();
    everybody.fidelity().forEach(entry -> said.put(entry.policy(), entry));
  }

  void add() {
    List<PluginDraft> onRoute = everybody.plugins().stream().map(Instance::draft).toList();
    int named = resolution.callers().stream().mapToInt(set -> set.consumers().size()).sum();
    var sets = new ArrayList<RouteEmission>();
    for (CallerResolution set : resolution.callers()) {
      var theirs =
          new RouteEmission(
              everybody.route(),
              place.forCallers(set.consumers(), named),
              estate,
              ids(set.consumers()),
              onRoute);
      theirs.emit(set.effective(), emitters, kinds -> differs(set, kinds));
      theirs.fidelity().forEach(entry -> take(entry, "for " + names(set) + ": "));
      sets.add(theirs);
    }
    SomeCallers.of(resolution).forEach(this::state);
    List<PolicyFidelity> all = List.copyOf(said.values());
    sets.forEach(theirs -> everybody.add(theirs, all));
    refuse();
  }

  private List<Optional<String>> ids(SortedSet<String> names) {
    return names.stream()
        .flatMap(name -> estate.consumersCalled(name).stream())
        .map(Optional::of)
        .toList();
  }

  private boolean differs(CallerResolution set, Set<String> kinds) {
    return !RouteEmission.ofKinds(set.effective(), kinds)
        .equals(RouteEmission.ofKinds(resolution.effective(), kinds));
  }

  private static String names(CallerResolution set) {
    return String.join(", ", set.consumers());
  }

  private void take(PolicyFidelity entry, String prefix) {
    said.merge(entry.policy(), entry, (one, other) -> Fidelities.joined(one, other, prefix));
  }

  private void state(SomeCallers meant) {
    said.computeIfPresent(
        meant.policy().id(),
        (policy, entry) -> meant.stated(entry, Evidence.SCOPES.grade(), deviations(meant)));
  }

  /** For what is said of the callers alone; all else was judged where it was emitted. */
  private void refuse() {
    for (SomeCallers meant : SomeCallers.of(resolution)) {
      Policy policy = meant.policy();
      String place = "policies[" + policy.id().policy() + "]";
      boolean judged =
          everybody.refusals().stream()
              .anyMatch(problem -> problem.path().filter(p -> p.startsWith(place)).isPresent());
      Optional.ofNullable(said.get(policy.id()))
          .filter(entry -> !judged)
          .filter(entry -> entry.grade() != FidelityGrade.UNSUPPORTED)
          .flatMap(entry -> RequiredFidelity.check(policy, entry))
          .ifPresent(everybody.refusals()::add);
    }
  }

  private List<Deviation> deviations(SomeCallers meant) {
    var stated = new Stated(meant.policy().id());
    var found = new ArrayList<Deviation>();
    if (!place.identifies()) {
      found.add(
          stated.different(
              "nobody-identified",
              "0 callers are known on this route: nothing on it asks for a key or a password, so"
                  + " that the policy holds for nobody",
              "Add an apiKey or a basicAuth policy to the route."));
    }
    var unknown =
        meant.consumers().stream().filter(name -> estate.consumersCalled(name).isEmpty()).toList();
    if (!unknown.isEmpty()) {
      found.add(
          stated.different(
              "consumer-unknown",
              "%d of %d consumers, %s, the gateway does not have: nothing is written for them, and who is called so later gets what holds for everybody until the next plan"
                  .formatted(unknown.size(), meant.consumers().size(), String.join(", ", unknown)),
              "Write the names as the gateway has them, or take out those that are not there."));
    }
    return found;
  }
}
