package io.entente.policy.resolution;

import io.entente.policy.Policy;
import io.entente.policy.TargetRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What holds on a route for the callers that policies name: one resolution for those alike. */
final class Narrowing {

  private Narrowing() {}

  static RouteResolution of(RoutePlace place, List<Policy> policies, RouteResolution everybody) {
    SortedSet<String> named = named(place, policies);
    if (named.isEmpty()) {
      return everybody;
    }
    var alike = new LinkedHashMap<List<EffectivePolicy>, SortedSet<String>>();
    for (String name : named) {
      alike
          .computeIfAbsent(
              EffectivePolicyResolver.reaching(place, policies, Optional.of(name)),
              reaching -> new TreeSet<>())
          .add(name);
    }
    var callers = new ArrayList<CallerResolution>();
    alike.forEach(
        (reaching, names) -> {
          var combined = Combinations.combine(place.target(), reaching);
          callers.add(new CallerResolution(names, combined.effective(), combined.losers()));
        });
    callers.sort(Comparator.comparing(set -> set.consumers().first()));
    return new RouteResolution(
        everybody.target(), everybody.effective(), everybody.losers(), callers);
  }

  private static SortedSet<String> named(RoutePlace place, List<Policy> policies) {
    var named = new TreeSet<String>();
    for (Policy policy : policies) {
      for (TargetRef ref : policy.spec().targets()) {
        if (ref.narrowed() && place.reachedBy(ref)) {
          named.addAll(ref.consumers());
        }
      }
    }
    return named;
  }
}
