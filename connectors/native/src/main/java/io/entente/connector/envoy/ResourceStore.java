package io.entente.connector.envoy;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Where the Envoy resources of gateways live. May block: called on worker threads only. A failure
 * to read or write is an unchecked exception; after a failed put the caller assumes nothing.
 */
public interface ResourceStore {

  /** What holds now; {@link StoredResources#none()} for a gateway never written. */
  StoredResources current(GatewayId gateway);

  /**
   * Replaces all resources when the version still is {@code expectedVersion}; empty, and nothing
   * written, when it moved.
   */
  Optional<StoredResources> put(
      GatewayId gateway, long expectedVersion, SortedMap<ObjectKey, Node> resources);
}
