package io.entente.hub.aggregate;

import io.entente.model.estate.Api;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose the counts of a proxy are: of the one API that has the whole proxy. A proxy that two APIs
 * share, or of which an API has one endpoint only, is nobody's: its counts cannot be divided.
 */
final class ProxyOwners {

  private static final String PROXY = "apiproxy";
  private static final String OURS = "entente-";

  private final Map<String, ApiName> owners;

  private ProxyOwners(Map<String, ApiName> owners) {
    this.owners = Map.copyOf(owners);
  }

  static ProxyOwners of(GatewayId gateway, List<Api> apis) {
    Map<String, Set<ApiName>> having = new TreeMap<>();
    Set<String> divided = new HashSet<>();
    for (Api api : apis) {
      if (api.gateways().contains(gateway)) {
        having.computeIfAbsent(OURS + api.name(), p -> new HashSet<>()).add(api.name());
      }
      api.binding(gateway)
          .ifPresent(
              binding -> {
                for (String place : binding.routes().values()) {
                  String proxy = place.split("/", 2)[0];
                  having.computeIfAbsent(proxy, p -> new HashSet<>()).add(api.name());
                  if (!proxy.equals(place)) {
                    divided.add(proxy);
                  }
                }
              });
    }
    Map<String, ApiName> owners = new TreeMap<>();
    having.forEach(
        (proxy, names) -> {
          if (names.size() == 1 && !divided.contains(proxy)) {
            owners.put(proxy, names.iterator().next());
          }
        });
    return new ProxyOwners(owners);
  }

  Optional<ApiName> of(SortedMap<String, String> dimensions) {
    return Optional.ofNullable(dimensions.get(PROXY))
        .flatMap(proxy -> Optional.ofNullable(owners.get(proxy)));
  }
}
