package io.entente.translator.kong;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a gateway holds, as far as translation depends on it.
 *
 * @param routes by id
 * @param plugins those of others
 * @param consumers id to the name it is known by
 * @param serviceNames of services of others, to their id
 * @param authorities certificates of authorities that others made, to their id by fingerprint
 */
record KongEstate(
    SortedMap<String, NativeRoute> routes,
    List<NativePlugin> plugins,
    Map<String, String> consumers,
    Map<String, String> serviceNames,
    Map<String, String> authorities) {

  KongEstate {
    routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
    plugins = List.copyOf(plugins);
    consumers = Map.copyOf(consumers);
    serviceNames = Map.copyOf(serviceNames);
    authorities = Map.copyOf(authorities);
  }

  /** The route with this id, else the one with this name. */
  Optional<NativeRoute> route(String idOrName) {
    return Optional.ofNullable(routes.get(idOrName))
        .or(
            () ->
                routes.values().stream()
                    .filter(route -> route.name().filter(idOrName::equals).isPresent())
                    .findFirst());
  }

  /** Instances of others that reach the route, enabled or not. */
  List<NativePlugin> reaching(NativeRoute route) {
    return plugins.stream().filter(plugin -> plugin.reaches(route)).toList();
  }

  /** The ids of those who are known by this name; more than one only where they share it. */
  List<String> consumersCalled(String name) {
    return consumers.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  String consumer(String id) {
    return consumers.getOrDefault(id, id);
  }
}
