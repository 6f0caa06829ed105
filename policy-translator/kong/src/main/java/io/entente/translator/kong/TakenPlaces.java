package io.entente.translator.kong;

import io.entente.model.estate.Api;
import io.entente.model.estate.Route;
import io.entente.model.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Places of an API that we make which others have already. */
final class TakenPlaces {

  private TakenPlaces() {}

  static List<Problem> problems(MadeApi made, Api api, KongEstate estate) {
    var problems = new ArrayList<Problem>();
    String holder = estate.serviceNames().get(made.serviceName());
    if (holder != null && !holder.equals(made.serviceId())) {
      problems.add(name(made, api, holder));
    }
    for (Route route : api.routes()) {
      NativeRoute there = made.nativeRoute(route);
      estate.routes().values().stream()
          .filter(other -> !other.ours())
          .filter(there::ties)
          .map(other -> route(api, route, other))
          .forEach(problems::add);
    }
    return problems;
  }

  private static Problem name(MadeApi made, Api api, String holder) {
    return Problem.user(
        "NAME_TAKEN_ON_GATEWAY",
        "Service "
            + holder
            + " of others is called "
            + made.serviceName()
            + ", the name that the service of api "
            + api.name()
            + " has on Kong.",
        "apis[" + api.name() + "]",
        made.serviceName(),
        "Rename the other service.");
  }

  private static Problem route(Api api, Route route, NativeRoute other) {
    return Problem.user(
        "ROUTE_TAKEN_ON_GATEWAY",
        "Route "
            + other.called()
            + " of others matches what route "
            + api.name()
            + "/"
            + route.name()
            + " is to match; Kong would choose between the two by chance.",
        "apis[" + api.name() + "].routes[" + route.name() + "].path",
        route.match().path(),
        "Bind the route to the one that is there, or give one of them another path or host.");
  }
}
