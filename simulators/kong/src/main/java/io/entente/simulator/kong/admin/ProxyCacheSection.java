package io.entente.simulator.kong.admin;

import io.entente.simulator.kong.ProxyHooks;
import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /proxy-cache}: looks into the cache of the proxy and empties it. */
final class ProxyCacheSection implements Section {

  private final Supplier<ProxyHooks> proxy;

  ProxyCacheSection(Supplier<ProxyHooks> proxy) {
    this.proxy = proxy;
  }

  @Override
  public Optional<Endpoint> find(List<String> path) {
    if (path.isEmpty() || !path.get(0).equals("proxy-cache")) {
      return Optional.empty();
    }
    return switch (path.size()) {
      case 1 -> Optional.of(new Endpoint(Map.of("DELETE", request -> purge())));
      case 2 -> Optional.of(entry(path.get(1)));
      case 4 -> path.get(2).equals("caches") ? Optional.of(entry(path.get(3))) : Optional.empty();
      default -> Optional.empty();
    };
  }

  @Override
  public List<String> templates() {
    return List.of(
        "/proxy-cache", "/proxy-cache/{cache_key}", "/proxy-cache/{plugin_id}/caches/{cache_key}");
  }

  private Response purge() {
    proxy.get().purgeCache();
    return Response.empty(204);
  }

  private Endpoint entry(String key) {
    return new Endpoint(
        Map.of(
            "GET",
            request ->
                proxy
                    .get()
                    .cacheEntry(key)
                    .map(entry -> Response.json(200, entry))
                    .orElseThrow(Refusal::notFound),
            "DELETE",
            request -> {
              if (!proxy.get().purgeCacheEntry(key)) {
                throw Refusal.notFound();
              }
              return Response.empty(204);
            }));
  }
}
