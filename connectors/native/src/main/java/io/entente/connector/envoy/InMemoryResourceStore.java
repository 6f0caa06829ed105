package io.entente.connector.envoy;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps resources for the life of the process: for tests and trials. Safe between threads. */
public final class InMemoryResourceStore implements ResourceStore {

  private final Map<GatewayId, StoredResources> byGateway = new ConcurrentHashMap<>();

  @Override
  public StoredResources current(GatewayId gateway) {
    return byGateway.getOrDefault(gateway, StoredResources.none());
  }

  @Override
  public synchronized Optional<StoredResources> put(
      GatewayId gateway, long expectedVersion, SortedMap<ObjectKey, Node> resources) {
    if (current(gateway).version() != expectedVersion) {
      return Optional.empty();
    }
    var next = new StoredResources(expectedVersion + 1, resources);
    byGateway.put(gateway, next);
    return Optional.of(next);
  }
}
