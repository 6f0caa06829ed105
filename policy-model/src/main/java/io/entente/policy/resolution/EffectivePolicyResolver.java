package io.entente.policy.resolution;

import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.policy.Policy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    for (Api api : apis) {
      for (var route : api.routesOn(gateway.id())) {
        var place = new RoutePlace(gateway, api, route);
        resolutions.put(
            place.target(), Combinations.combine(place.target(), reaching(place, policies)));
      }
    }
    return new LinkedHashMap<>(resolutions);
  }

  private static List<EffectivePolicy> reaching(RoutePlace place, List<Policy> policies) {
    return policies.stream()
        .flatMap(
            policy ->
                place.nearest(policy.spec().targets()).stream()
                    .map(from -> new EffectivePolicy(policy, from)))
        .toList();
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
