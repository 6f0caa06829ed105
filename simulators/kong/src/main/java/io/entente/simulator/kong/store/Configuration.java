package io.entente.simulator.kong.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/**
 * All entities at one moment. Never changes; share it between threads. The nodes inside belong to
 * the store: read them, never write them.
 *
 * @param version counts the changes of the store
 * @param collections name of the collection in the Admin API ({@code services}, {@code key-auths},
 *     {@code jwts} …) to the entities by id, in the order of ids, all defaults filled in. A
 *     collection without entities is absent
 */
public record Configuration(long version, Map<String, Map<String, ObjectNode>> collections) {

  public Configuration {
    collections = Map.copyOf(collections);
  }

  /** The entities of a collection by id; empty when there are none. */
  public Map<String, ObjectNode> of(String collection) {
    return collections.getOrDefault(collection, Map.of());
  }

  /** One entity. */
  public Optional<ObjectNode> find(String collection, String id) {
    return Optional.ofNullable(of(collection).get(id));
  }
}
