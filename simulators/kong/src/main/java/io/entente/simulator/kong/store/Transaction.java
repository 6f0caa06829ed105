package io.entente.simulator.kong.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;

/** Reads and writes of the store that nobody comes between. Valid only while it runs. */
public final class Transaction {

  private final KongStore store;

  Transaction(KongStore store) {
    this.store = store;
  }

  /** One entity by id. */
  public Optional<ObjectNode> find(String collection, String id) {
    return store.table(collection).find(id);
  }

  /** One entity by a field that is unique in its collection. */
  public Optional<ObjectNode> findBy(String collection, String field, String value) {
    return store.table(collection).findBy(field, value);
  }

  /** The entity whose fields that are unique together are those of this one. */
  public Optional<ObjectNode> withSameComposite(String collection, ObjectNode entity) {
    return store.table(collection).withSameComposite(entity);
  }

  /** All entities of a collection by id. Do not write through it. */
  public NavigableMap<String, ObjectNode> rows(String collection) {
    return store.table(collection).rows();
  }

  /** Ids of the entities that point to a parent by this field. Do not write through it. */
  public NavigableSet<String> idsOfParent(String collection, String field, String parentId) {
    return store.table(collection).idsOfParent(field, parentId);
  }

  /** Ids of the entities that carry a tag. Do not write through it. */
  public NavigableSet<String> idsOfTag(String collection, String tag) {
    return store.table(collection).idsOfTag(tag);
  }

  /** Tags of a collection with the ids that carry them. Do not write through it. */
  public NavigableMap<String, NavigableSet<String>> idsByTag(String collection) {
    return store.table(collection).idsByTag();
  }

  /** Puts or replaces an entity by its id. The node belongs to the store from here on. */
  public void put(String collection, ObjectNode entity) {
    store.table(collection).put(entity);
    store.touched(collection);
  }

  /** Removes an entity and gives it back. */
  public Optional<ObjectNode> remove(String collection, String id) {
    Optional<ObjectNode> removed = store.table(collection).remove(id);
    removed.ifPresent(entity -> store.touched(collection));
    return removed;
  }

  /** Removes everything. */
  public void clear() {
    for (String collection : store.collections()) {
      List<String> ids = new ArrayList<>(rows(collection).keySet());
      ids.forEach(id -> remove(collection, id));
    }
  }
}
