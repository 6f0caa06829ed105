package io.entente.hub.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one gateway holds. Immutable; safe to share between threads. */
public final class Findings {

  /** Nothing was found, or nothing was read. */
  public static final Findings NONE = new Findings(List.of(), List.of());

  private final Map<String, FoundApi> apis = new LinkedHashMap<>();
  private final List<FoundPolicy> everywhere;
  private final Map<String, List<FoundPolicy>> byApi;
  private final Map<String, List<FoundPolicy>> byRoute;
  private final Map<String, List<Held>> byName = new HashMap<>();
  private final Map<String, Held> byId = new HashMap<>();

  /** A route and the API it belongs to. */
  public record Held(FoundApi api, FoundRoute route) {}

  Findings(List<FoundApi> apis, List<FoundPolicy> policies) {
    apis.forEach(api -> this.apis.put(api.ref(), api));
    this.everywhere =
        policies.stream().filter(p -> p.scope() == FoundPolicy.Scope.GATEWAY).toList();
    this.byApi =
        policies.stream()
            .filter(p -> p.scope() == FoundPolicy.Scope.API)
            .collect(Collectors.groupingBy(p -> p.api().orElseThrow()));
    this.byRoute =
        policies.stream()
            .filter(p -> p.scope() == FoundPolicy.Scope.ROUTE)
            .collect(Collectors.groupingBy(p -> p.route().orElseThrow()));
    for (FoundApi api : this.apis.values()) {
      for (FoundRoute route : api.routes()) {
        var held = new Held(api, route);
        byId.put(route.id(), held);
        route.name().ifPresent(n -> byName.computeIfAbsent(n, x -> new ArrayList<>()).add(held));
      }
    }
  }

  public List<FoundApi> apis() {
    return List.copyOf(apis.values());
  }

  public Optional<FoundApi> api(String ref) {
    return Optional.ofNullable(apis.get(ref));
  }

  /** The route with this id, else all with this name: a vendor may repeat one. */
  public List<Held> called(String idOrName) {
    Held held = byId.get(idOrName);
    return held != null ? List.of(held) : List.copyOf(byName.getOrDefault(idOrName, List.of()));
  }

  /** What acts on requests of the route, from the narrowest to the widest. */
  public List<FoundPolicy> acting(Held held) {
    return Stream.of(
            byRoute.getOrDefault(held.route().id(), List.of()),
            byApi.getOrDefault(held.api().ref(), List.of()),
            everywhere)
        .flatMap(List::stream)
        .filter(policy -> policy.api().filter(ref -> !ref.equals(held.api().ref())).isEmpty())
        .toList();
  }

  /** What others put on these routes of the API or on the API itself; not what is for all. */
  public Set<FoundPolicy> foreign(FoundApi api, List<FoundRoute> routes) {
    return Stream.concat(
            byApi.getOrDefault(api.ref(), List.of()).stream(),
            routes.stream().flatMap(r -> byRoute.getOrDefault(r.id(), List.of()).stream()))
        .filter(policy -> !policy.ours())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
