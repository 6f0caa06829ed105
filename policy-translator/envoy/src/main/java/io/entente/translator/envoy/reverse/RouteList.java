package io.entente.translator.envoy.reverse;

import io.entente.model.estate.Api;
import io.entente.model.estate.Route;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.envoy.EnvoyNames;
import io.entente.translator.reverse.ReverseRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routes of route configurations, and which of them are routes of APIs. */
final class RouteList {

  private final Map<String, RouteTarget> made = new HashMap<>();
  private final Map<String, RouteTarget> bound = new HashMap<>();

  RouteList(ReverseRequest request) {
    for (Api api : request.apis()) {
      var binding = api.binding(request.gateway());
      for (Route route : api.routesOn(request.gateway())) {
        var target = new RouteTarget(request.gateway(), api.name(), route.name());
        if (binding.isEmpty()) {
          made.put(EnvoyNames.route(api.name(), route.name()), target);
        }
        binding
            .flatMap(b -> Optional.ofNullable(b.routes().get(route.name())))
            .ifPresent(name -> bound.put(name, target));
      }
    }
  }

  /** All of one route configuration that stands at {@code path} of an object. */
  List<NativeRoute> in(ObjectKey object, NodePath path, Node configuration) {
    var found = new ArrayList<NativeRoute>();
    Level all = Level.of(Scope.ROUTE_CONFIGURATION, path, configuration);
    List<Node> hosts = Trees.items(configuration, "virtual_hosts");
    for (int h = 0; h < hosts.size(); h++) {
      NodePath hostPath = place(path.field("virtual_hosts"), hosts, h);
      Level host = Level.of(Scope.VIRTUAL_HOST, hostPath, hosts.get(h));
      List<Node> routes = Trees.items(hosts.get(h), "routes");
      for (int r = 0; r < routes.size(); r++) {
        NodePath routePath = place(hostPath.field("routes"), routes, r);
        found.add(
            new NativeRoute(
                object,
                name(hosts, h),
                name(routes, r),
                target(object, routes, r),
                List.of(Level.of(Scope.ROUTE, routePath, routes.get(r)), host, all),
                Trees.object(routes.get(r)).orElse(Node.obj())));
      }
    }
    return found;
  }

  private Optional<RouteTarget> target(ObjectKey object, List<Node> routes, int position) {
    Optional<String> name = Trees.text(routes.get(position), "name");
    Map<String, RouteTarget> known = object.equals(EnvoyNames.ROUTES) ? made : bound;
    return name.filter(n -> alone(routes, n)).flatMap(n -> Optional.ofNullable(known.get(n)));
  }

  private static NodePath place(NodePath list, List<Node> items, int position) {
    return Trees.text(items.get(position), "name")
        .filter(name -> alone(items, name))
        .map(name -> list.element("name", name))
        .orElseGet(() -> list.index(position));
  }

  private static String name(List<Node> items, int position) {
    return Trees.text(items.get(position), "name")
        .filter(name -> alone(items, name))
        .orElse("#" + position);
  }

  private static boolean alone(List<Node> items, String name) {
    return !name.isBlank()
        && items.stream().filter(i -> Trees.text(i, "name").equals(Optional.of(name))).count() == 1;
  }
}
