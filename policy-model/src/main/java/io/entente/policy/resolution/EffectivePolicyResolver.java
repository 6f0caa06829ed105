package io.entente.policy.resolution;

import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.policy.Policy;
import io.entente.policy.TargetRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which policies hold on each route of a gateway. Pure; the order of the input means nothing. */
public final class EffectivePolicyResolver {

  private EffectivePolicyResolver() {}

  /**
   * One entry for every route of every API bound to {@code gateway}, policies or none.
   *
   * @param policies one version of each policy
   * @throws IllegalArgumentException two versions of one policy, or two APIs of one name
   */
  public static Map<RouteTarget, RouteResolution> resolve(
      Gateway gateway, List<Api> apis, List<Policy> policies) {
    refuseTwins("policy", policies.stream().map(policy -> policy.id().policy()).toList());
    refuseTwins("api", apis.stream().map(Api::name).toList());
    SortedMap<RouteTarget, RouteResolution> resolutions = new TreeMap<>();
    for (RoutePlace place : places(gateway, apis)) {
      var everybody =
          Combinations.combine(place.target(), reaching(place, policies, Optional.empty()));
      resolutions.put(place.target(), Narrowing.of(place, policies, everybody));
    }
    return new LinkedHashMap<>(resolutions);
  }

  /**
   * Policies with a target that reaches no route of any of {@code gateways}, sorted by name:
   * misspelt names, selectors nothing has, APIs that are nowhere.
   *
   * @param policies one version of each policy
   * @throws IllegalArgumentException two versions of one policy, or two APIs of one name
   */
  public static List<Unmatched> unmatched(
      List<Gateway> gateways, List<Api> apis, List<Policy> policies) {
    refuseTwins("policy", policies.stream().map(policy -> policy.id().policy()).toList());
    refuseTwins("api", apis.stream().map(Api::name).toList());
    List<RoutePlace> places =
        gateways.stream().flatMap(gateway -> places(gateway, apis).stream()).toList();
    var unmatched = new ArrayList<Unmatched>();
    for (Policy policy : policies) {
      List<TargetRef> targets = policy.spec().targets();
      List<TargetRef> missing =
          targets.stream()
              .filter(ref -> places.stream().noneMatch(place -> place.reachedBy(ref)))
              .toList();
      if (!missing.isEmpty()) {
        unmatched.add(new Unmatched(policy, missing, missing.size() == targets.size()));
      }
    }
    unmatched.sort(Comparator.comparing(each -> each.policy().id()));
    return List.copyOf(unmatched);
  }

  private static List<RoutePlace> places(Gateway gateway, List<Api> apis) {
    return apis.stream()
        .flatMap(
            api -> api.routesOn(gateway.id()).stream().map(r -> new RoutePlace(gateway, api, r)))
        .toList();
  }

  /** Those that reach the route for a caller, or for everybody. */
  static List<EffectivePolicy> reaching(
      RoutePlace place, List<Policy> policies, Optional<String> caller) {
    var reaching = new ArrayList<EffectivePolicy>();
    for (Policy policy : policies) {
      place
          .nearest(policy.spec().targets(), caller)
          .ifPresent(ref -> reaching.add(new EffectivePolicy(policy, ref.kind(), ref.narrowed())));
    }
    return reaching;
  }

  private static void refuseTwins(String what, List<?> names) {
    var seen = new HashSet<Object>();
    for (Object name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException(what + " " + name + " is given twice");
      }
    }
  }
}
