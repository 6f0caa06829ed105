package io.entente.connector.envoy;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All Envoy resources of one gateway at one version.
 *
 * @param version grows with every put; 0 before the first
 * @param resources proto JSON with snake_case names, by key
 */
public record StoredResources(long version, SortedMap<ObjectKey, Node> resources) {

  public StoredResources {
    if (version < 0) {
      throw new IllegalArgumentException("version " + version + " is < 0");
    }
    resources = Collections.unmodifiableSortedMap(new TreeMap<>(resources));
  }

  /** What a gateway holds before the first put. */
  public static StoredResources none() {
    return new StoredResources(0, new TreeMap<>());
  }
}
