package io.entente.cli.offline;

import io.entente.model.estate.Api;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.estate.Upstream;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.policy.Policy;
import io.entente.policy.TargetRef;
import io.entente.policy.TargetRef.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Plain APIs for policies that come without one, so that they have something to hold on. */
final class SampleApis {

  /** The API where no policy names one, and the route where none names one of the API. */
  static final String API = "sample";

  static final String ROUTE = "all";

  private static final Upstream UPSTREAM =
      new Upstream(List.of(new Endpoint("127.0.0.1", 8080)), Duration.ofSeconds(5));

  private SampleApis() {}

  /**
   * One API for each that a policy names, with the routes that are named, or one route for every
   * path. A name that cannot be one is left to be told of as a target that reaches nothing.
   */
  static List<Api> of(GatewayId gateway, List<Policy> policies) {
    var routes = new TreeMap<String, SortedSet<String>>();
    var apiLabels = new TreeMap<String, String>();
    var routeLabels = new TreeMap<String, String>();
    for (Policy policy : policies) {
      for (TargetRef ref : policy.spec().targets()) {
        if (ref.kind() == Kind.API) {
          ref.name().ifPresent(name -> routes.computeIfAbsent(name, n -> new TreeSet<>()));
          ref.selector().values().forEach(apiLabels::putIfAbsent);
        } else if (ref.kind() == Kind.ROUTE) {
          ref.name().ifPresent(name -> name(name, routes));
          ref.selector().values().forEach(routeLabels::putIfAbsent);
        }
      }
    }
    if (routes.isEmpty()) {
      routes.put(API, new TreeSet<>());
    }
    boolean alone = routes.size() == 1;
    return routes.entrySet().stream()
        .map(
            each ->
                new Api(
                    new ApiName(each.getKey()),
                    1,
                    new Labels(apiLabels),
                    new TreeSet<>(List.of(gateway)),
                    List.of(),
                    List.of("*"),
                    Optional.of(UPSTREAM),
                    routes(
                        alone ? "" : "/" + each.getKey(),
                        each.getValue(),
                        new Labels(routeLabels))))
        .toList();
  }

  private static void name(String printed, TreeMap<String, SortedSet<String>> routes) {
    int slash = printed.indexOf('/');
    routes
        .computeIfAbsent(printed.substring(0, slash), n -> new TreeSet<>())
        .add(printed.substring(slash + 1));
  }

  /**
   * @param base path of the API, so that several do not take each other's requests
   */
  private static List<Route> routes(String base, SortedSet<String> names, Labels labels) {
    if (names.size() < 2) {
      String only = names.isEmpty() ? ROUTE : names.first();
      return List.of(route(only, base.isEmpty() ? "/" : base, labels));
    }
    return names.stream().map(name -> route(name, base + "/" + name, labels)).toList();
  }

  private static Route route(String name, String path, Labels labels) {
    return new Route(new RouteName(name), new PathMatch.Prefix(path), new TreeSet<>(), labels);
  }
}
