package io.entente.simulator.kong.proxy.route;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.config.Json;
import io.entente.simulator.kong.proxy.wire.Headers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All routes, best first, as the flavour {@code traditional_compatible} ranks them. Immutable. */
public final class RouteTable {

  private final List<CompiledRoute> routes = new ArrayList<>();
  private final Map<String, ? extends JsonNode> services;

  /**
   * @param services by id; routes of a disabled service are left out
   */
  public RouteTable(Collection<? extends JsonNode> all, Map<String, ? extends JsonNode> services) {
    this.services = services;
    for (JsonNode route : all) {
      JsonNode service = services.get(Json.reference(route, "service"));
      boolean off = service != null && !Json.flag(service, "enabled", true);
      if (!off && speaksHttp(route)) {
        split(route).forEach(paths -> routes.add(new CompiledRoute(route, paths)));
      }
    }
    routes.sort(CompiledRoute.BEST_FIRST);
  }

  /**
   * @param host of the request without port, as sent
   * @param path normalised
   */
  public Optional<RouteMatch> match(
      String method, String host, String path, Headers headers, int listeningPort) {
    for (CompiledRoute route : routes) {
      Optional<PathPattern.Taken> taken = route.match(method, host, path, headers, listeningPort);
      if (taken.isPresent()) {
        return Optional.of(matched(route.entity, path, taken.get()));
      }
    }
    return Optional.empty();
  }

  private RouteMatch matched(JsonNode route, String path, PathPattern.Taken taken) {
    Optional<JsonNode> service =
        Optional.ofNullable(services.get(Json.reference(route, "service")));
    String base = service.map(s -> Json.text(s, "path", "/")).orElse("/");
    boolean strip = Json.flag(route, "strip_path", true) && !taken.part().isEmpty();
    String upstreamPath = UpstreamPath.join(base, path, taken.part().length(), strip);
    Optional<String> prefix =
        strip && !taken.part().equals("/") ? Optional.of(taken.part()) : Optional.empty();
    return new RouteMatch(route, service, upstreamPath, prefix, taken.captures());
  }

  private static Collection<List<PathPattern>> split(JsonNode route) {
    List<PathPattern> paths = Json.texts(route, "paths").stream().map(PathPattern::new).toList();
    if (paths.isEmpty()) {
      return List.of(paths);
    }
    var groups = new TreeMap<Integer, List<PathPattern>>();
    for (PathPattern path : paths) {
      groups.computeIfAbsent(path.isRegex() ? 0 : path.length(), k -> new ArrayList<>()).add(path);
    }
    return groups.values();
  }

  private static boolean speaksHttp(JsonNode route) {
    List<String> protocols = Json.texts(route, "protocols");
    return protocols.isEmpty() || protocols.contains("http") || protocols.contains("https");
  }
}
