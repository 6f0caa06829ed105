package io.entente.translator.kong;

import io.entente.model.estate.Api;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.problem.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which methods each route that we make takes.
 *
 * <p>Kong prefers the route with more kinds of condition, whatever its path. So either all routes
 * we make name their methods or none does; and of two with the same path only one takes a method.
 */
final class MadeRoutes {

  /** What a route takes that is to take every method, where it must name them. */
  private static final SortedSet<String> EVERY =
      Collections.unmodifiableSortedSet(
          new TreeSet<>(
              List.of(
                  "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE")));

  private static final Comparator<Route> NARROWEST_FIRST =
      Comparator.<Route>comparingInt(route -> route.methods().isEmpty() ? 1 : 0)
          .thenComparingInt(route -> route.methods().size())
          .thenComparing(Route::name);

  private final List<Api> apis;
  private final boolean named;

  MadeRoutes(List<Api> apis) {
    this.apis = List.copyOf(apis);
    this.named =
        apis.stream().flatMap(api -> api.routes().stream()).anyMatch(r -> !r.methods().isEmpty());
  }

  /** Empty means every method. */
  SortedSet<String> methods(Api api, Route route) {
    if (!named) {
      return new TreeSet<>();
    }
    var left = new TreeSet<>(taken(route));
    for (Route other : api.routes()) {
      if (other.match().equals(route.match()) && NARROWEST_FIRST.compare(other, route) < 0) {
        left.removeAll(taken(other));
      }
    }
    return left;
  }

  /** Routes of which a request could not tell which is meant, and paths Kong never matches. */
  List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < apis.size(); i++) {
      Api api = apis.get(i);
      for (Route route : api.routes()) {
        if (!MadePath.normalised(route.match())) {
          problems.add(notNormalised(api, route));
        }
        if (named && methods(api, route).isEmpty()) {
          problems.add(collision(api, route, api));
        }
        apis.subList(0, i).stream()
            .filter(other -> meets(api, route, other))
            .map(other -> collision(api, route, other))
            .forEach(problems::add);
      }
      problems.addAll(twins(api));
    }
    return problems;
  }

  private List<Problem> twins(Api api) {
    var problems = new ArrayList<Problem>();
    for (int i = 0; i < api.routes().size(); i++) {
      Route route = api.routes().get(i);
      for (Route other : api.routes().subList(0, i)) {
        boolean same = !named && other.match().equals(route.match());
        if (same || slashApart(other, route) && meets(other, route)) {
          problems.add(collision(api, route, api));
        }
      }
    }
    return problems;
  }

  /** Below {@code /a/} the prefixes {@code /a} and {@code /a/} are one to Kong. */
  private static boolean slashApart(Route one, Route other) {
    return one.match() instanceof PathMatch.Prefix
        && other.match() instanceof PathMatch.Prefix
        && (withSlash(one.match().path(), other.match().path())
            || withSlash(other.match().path(), one.match().path()));
  }

  /** Compared without writing down: it is asked of every two routes of an API. */
  private static boolean withSlash(String longer, String shorter) {
    return longer.length() == shorter.length() + 1
        && longer.endsWith("/")
        && longer.startsWith(shorter);
  }

  private static boolean meets(Route one, Route other) {
    return !Collections.disjoint(taken(one), taken(other));
  }

  private static boolean meets(Api api, Route route, Api other) {
    boolean everyHost = api.hosts().contains("*") && other.hosts().contains("*");
    boolean sameHost =
        !api.hosts().contains("*")
            && !other.hosts().contains("*")
            && !Collections.disjoint(api.hosts(), other.hosts());
    return (everyHost || sameHost)
        && other.routes().stream()
            .filter(there -> there.match().equals(route.match()) || slashApart(there, route))
            .anyMatch(there -> meets(there, route));
  }

  private static SortedSet<String> taken(Route route) {
    return route.methods().isEmpty() ? EVERY : route.methods();
  }

  private static Problem collision(Api api, Route route, Api other) {
    return Problem.user(
        "ROUTES_COLLIDE",
        "Route "
            + api.name()
            + "/"
            + route.name()
            + " matches the same requests as a route of api "
            + other.name(),
        "apis[" + api.name() + "].routes[" + route.name() + "].path",
        route.match().path(),
        "Give one of them another path, other methods or another host.");
  }

  private static Problem notNormalised(Api api, Route route) {
    return Problem.user(
        "PATH_NOT_NORMALISED",
        "Kong compares normalised paths, so that route "
            + api.name()
            + "/"
            + route.name()
            + " would not match what it says",
        "apis[" + api.name() + "].routes[" + route.name() + "].path",
        route.match().path(),
        "Write the path without %, //, /./ and /../.");
  }
}
