package io.entente.translator.envoy;

import io.entente.model.estate.Api;
import io.entente.model.estate.Route;
import io.entente.model.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which routes stand in which virtual host, in matching order.
 *
 * <p>Envoy chooses one virtual host by the nearest domain and never falls back to a wider one, so a
 * route of a wider host is repeated in every nearer one.
 */
record HostLayout(SortedMap<HostPattern, List<PlacedRoute>> hosts) {

  static HostLayout of(List<Api> apis) {
    var patterns = new TreeSet<HostPattern>();
    apis.forEach(api -> api.hosts().forEach(host -> patterns.add(new HostPattern(host))));
    var hosts = new TreeMap<HostPattern, List<PlacedRoute>>();
    for (HostPattern host : patterns) {
      hosts.put(host, placed(host, apis));
    }
    return new HostLayout(hosts);
  }

  /** How many virtual hosts each route stands in, by its printed name. */
  Map<String, Integer> copies() {
    var copies = new HashMap<String, Integer>();
    hosts.values().forEach(routes -> routes.forEach(r -> copies.merge(r.name(), 1, Integer::sum)));
    return copies;
  }

  /** One ROUTES_COLLIDE for every route that another one hides entirely. */
  List<Problem> collisions() {
    var problems = new ArrayList<Problem>();
    hosts.forEach(
        (host, routes) -> {
          for (int i = 1; i < routes.size(); i++) {
            PlacedRoute first = routes.get(i - 1);
            PlacedRoute second = routes.get(i);
            if (second.through().equals(host) && first.sameMatch(second)) {
              problems.add(collision(host, first, second));
            }
          }
        });
    return problems;
  }

  private static List<PlacedRoute> placed(HostPattern host, List<Api> apis) {
    var routes = new ArrayList<PlacedRoute>();
    for (Api api : apis) {
      api.hosts().stream()
          .map(HostPattern::new)
          .filter(pattern -> pattern.covers(host))
          .sorted()
          .findFirst()
          .ifPresent(
              through -> {
                for (Route route : api.routes()) {
                  routes.add(new PlacedRoute(through, api, route));
                }
              });
    }
    routes.sort(PlacedRoute.NARROWEST_FIRST);
    return List.copyOf(routes);
  }

  private static Problem collision(HostPattern host, PlacedRoute first, PlacedRoute second) {
    return Problem.user(
        "ROUTES_COLLIDE",
        "Routes "
            + first.name()
            + " and "
            + second.name()
            + " match the same requests of host "
            + host.text()
            + "; the second would never be reached",
        "apis[" + second.api().name() + "].routes[" + second.route().name() + "].path",
        second.route().match().path(),
        "Give one of them another path, other methods or another host.");
  }
}
