package io.entente.cli.offline;

import io.entente.model.estate.Api;
import io.entente.model.estate.Binding;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Api documents for what others made on a gateway, so that policies that are found there have a
 * name for where they hold. Each is bound to the native routes, which stay with those who made
 * them.
 */
final class NativeApis {

  /**
   * A native route.
   *
   * @param owner what it belongs to: a service, a proxy
   * @param called by the vendor
   * @param hosts that it answers to; empty means every host
   * @param paths as written
   * @param methods upper case
   */
  record NativeRoute(
      String owner, String called, List<String> hosts, List<String> paths, List<String> methods) {

    NativeRoute {
      hosts = List.copyOf(hosts);
      paths = List.copyOf(paths);
      methods = List.copyOf(methods);
    }
  }

  private final GatewayId gateway;
  private final List<String> notes;
  private final Set<String> taken = new TreeSet<>();

  /**
   * @param notes takes what the documents do not say
   */
  NativeApis(GatewayId gateway, List<String> notes) {
    this.gateway = gateway;
    this.notes = notes;
  }

  List<Api> of(List<NativeRoute> routes) {
    SortedMap<String, List<NativeRoute>> byOwner = new TreeMap<>();
    routes.forEach(r -> byOwner.computeIfAbsent(r.owner(), o -> new ArrayList<>()).add(r));
    var apis = new ArrayList<Api>();
    byOwner.forEach((owner, all) -> apis.add(api(Slug.unused(owner, taken), all)));
    return apis;
  }

  private Api api(String name, List<NativeRoute> all) {
    var routes = new ArrayList<Route>();
    var bound = new TreeMap<RouteName, String>();
    var hosts = new TreeSet<String>();
    var names = new TreeSet<String>();
    for (NativeRoute route : all) {
      var routeName = new RouteName(Slug.unused(route.called(), names));
      bound.put(routeName, route.called());
      hosts.addAll(route.hosts().isEmpty() ? List.of("*") : route.hosts());
      routes.add(
          new Route(routeName, new PathMatch.Prefix(path(route)), methods(route), Labels.none()));
    }
    return new Api(
        new ApiName(name),
        1,
        Labels.none(),
        new TreeSet<>(),
        List.of(new Binding(gateway, bound)),
        hosts.contains("*") ? List.of("*") : List.copyOf(hosts),
        Optional.empty(),
        routes);
  }

  /**
   * The binding decides what is reached; the path is for people, so the first plain one will do.
   */
  private String path(NativeRoute route) {
    Optional<String> plain = route.paths().stream().filter(NativeApis::isPlain).findFirst();
    boolean whole = route.paths().isEmpty() || (route.paths().size() == 1 && plain.isPresent());
    if (!whole) {
      notes.add(
          "route "
              + route.called()
              + " matches "
              + String.join(", ", route.paths())
              + "; its Api document says "
              + plain.orElse("/")
              + ", and the binding decides");
    }
    return plain.orElse("/");
  }

  private static boolean isPlain(String path) {
    return path.matches("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]{0,2047}");
  }

  private static TreeSet<String> methods(NativeRoute route) {
    var methods = new TreeSet<String>();
    route.methods().stream()
        .map(method -> method.toUpperCase(Locale.ROOT))
        .filter(method -> method.matches("[A-Z]{3,16}"))
        .forEach(methods::add);
    return methods;
  }
}
