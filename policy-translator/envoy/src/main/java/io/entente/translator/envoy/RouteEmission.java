package io.entente.translator.envoy;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteResolution;
import io.entente.translator.FieldLedger;
import io.entente.translator.PoliciesByKind;
import io.entente.translator.RequiredFidelity;
import io.entente.translator.SomeCallers;
import io.entente.translator.envoy.emit.KindEmitter;
import io.entente.translator.envoy.emit.Place;
import io.entente.translator.envoy.emit.RouteFilters;
import io.entente.translator.envoy.emit.UpstreamPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All policies of one route, emitted.
 *
 * @param filters filter name to its configuration for the route
 * @param metadata what the route is to know for its filters, by namespace
 * @param upstream what they say of the way to the upstream
 * @param policies all that hold on the route, in order
 * @param fidelity one entry per policy
 * @param refusals policies less faithful than they require
 */
record RouteEmission(
    SortedMap<String, Node> filters,
    SortedMap<String, Node> metadata,
    UpstreamPart upstream,
    List<Policy> policies,
    List<PolicyFidelity> fidelity,
    List<Problem> refusals) {

  RouteEmission {
    filters = Collections.unmodifiableSortedMap(new TreeMap<>(filters));
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    policies = List.copyOf(policies);
    fidelity = List.copyOf(fidelity);
    refusals = List.copyOf(refusals);
  }

  static RouteEmission of(
      RouteResolution resolution, Place place, Map<String, KindEmitter> emitters) {
    List<EffectivePolicy> effective = resolution.effective();
    var filters = new TreeMap<String, Node>();
    var metadata = new TreeMap<String, Node>();
    var upstream = new ArrayList<UpstreamPart>();
    var fidelity = new ArrayList<PolicyFidelity>();
    var refusals = new ArrayList<Problem>();
    PoliciesByKind.of(effective)
        .forEach(
            (kind, policies) -> {
              KindEmitter emitter = emitters.get(kind);
              RouteFilters emitted =
                  emitter == null ? nothing(policies, place) : emitter.emit(policies, place);
              filters.putAll(emitted.configs());
              metadata.putAll(emitted.metadata());
              upstream.add(emitted.upstream());
              fidelity.addAll(emitted.fidelity());
              for (int i = 0; i < policies.size(); i++) {
                RequiredFidelity.check(policies.get(i), emitted.fidelity().get(i))
                    .ifPresent(refusals::add);
              }
            });
    for (SomeCallers meant : SomeCallers.of(resolution)) {
      PolicyFidelity said = CallersUnknown.refused(meant, place);
      fidelity.removeIf(entry -> entry.policy().equals(said.policy()));
      fidelity.add(said);
      RequiredFidelity.check(meant.policy(), said).ifPresent(refusals::add);
    }
    return new RouteEmission(
        filters,
        metadata,
        upstream.stream().reduce(UpstreamPart.nothing(), UpstreamPart::and),
        effective.stream().map(EffectivePolicy::policy).toList(),
        fidelity,
        refusals);
  }

  private static RouteFilters nothing(List<Policy> policies, Place place) {
    return new RouteFilters(
        new TreeMap<>(),
        policies.stream().map(p -> new FieldLedger(p).report(place.route())).toList());
  }
}
