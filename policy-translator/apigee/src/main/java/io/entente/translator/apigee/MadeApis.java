package io.entente.translator.apigee;

import io.entente.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps APIs from being made as they are written. */
final class MadeApis {

  private MadeApis() {}

  static List<Problem> problems(List<MadeApi> made, ApigeeEstate estate) {
    var problems = new ArrayList<Problem>();
    for (MadeApi one : made) {
      severalEndpoints(one).ifPresent(problems::add);
      twins(one).ifPresent(problems::add);
      estate.endpoints().stream()
          .filter(e -> e.basePath().equals(one.basePath()))
          .findFirst()
          .map(e -> taken(one, "proxy endpoint " + e.called()))
          .ifPresent(problems::add);
      for (MadeApi other : made) {
        if (one.api().name().compareTo(other.api().name()) < 0
            && one.basePath().equals(other.basePath())) {
          problems.add(taken(other, "api " + one.api().name()));
        } else if (!one.equals(other)) {
          hidden(one, other).ifPresent(problems::add);
        }
      }
    }
    return problems;
  }

  private static Optional<Problem> severalEndpoints(MadeApi made) {
    int endpoints = made.api().upstream().orElseThrow().endpoints().size();
    return endpoints < 2
        ? Optional.empty()
        : Optional.of(
            Problem.user(
                "UPSTREAM_NOT_SUPPORTED",
                "Api "
                    + made.api().name()
                    + " has "
                    + endpoints
                    + " upstream endpoints; on Apigee that takes target servers, which are not made"
                    + " here.",
                "apis[" + made.api().name() + "].spec.upstream.endpoints",
                Integer.toString(endpoints),
                "Write one endpoint, for example a load balancer."));
  }

  private static Optional<Problem> twins(MadeApi made) {
    for (int i = 1; i < made.routes().size(); i++) {
      PlacedRoute first = made.routes().get(i - 1);
      PlacedRoute second = made.routes().get(i);
      if (first.sameMatch(second)) {
        return Optional.of(
            Problem.user(
                "ROUTES_COLLIDE",
                "Routes " + first.printed() + " and " + second.printed() + " match the same.",
                "apis[" + made.api().name() + "].spec.routes[" + second.route().name() + "]",
                second.path(),
                "Change the path or the methods of one of them."));
      }
    }
    return Optional.empty();
  }

  private static Problem taken(MadeApi made, String by) {
    String basePath = made.basePath().isEmpty() ? "/" : made.basePath();
    return Problem.user(
        "BASE_PATH_TAKEN",
        "Api "
            + made.api().name()
            + " would be made at base path "
            + basePath
            + ", which "
            + by
            + " has already; an environment has each base path once, whatever the hosts.",
        "apis[" + made.api().name() + "].spec.routes",
        basePath,
        "Put the routes of one of them below another first segment.");
  }

  /** Apigee chooses a proxy by the longest base path and never comes back to a shorter one. */
  private static Optional<Problem> hidden(MadeApi wide, MadeApi narrow) {
    if (wide.basePath().length() >= narrow.basePath().length()) {
      return Optional.empty();
    }
    return wide.routes().stream()
        .filter(r -> (r.path() + "/").startsWith(narrow.basePath() + "/"))
        .findFirst()
        .map(
            route ->
                Problem.user(
                    "ROUTES_COLLIDE",
                    "Route "
                        + route.printed()
                        + " lies below base path "
                        + narrow.basePath()
                        + " of api "
                        + narrow.api().name()
                        + ": Apigee would hand its requests to that api.",
                    "apis[" + wide.api().name() + "].spec.routes[" + route.route().name() + "]",
                    route.path(),
                    "Put the routes into one api, or below different first segments."));
  }
}
