package io.entente.simulator.kong.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The entities of a node. Any thread: writes are serial, {@link #current()} is a volatile read
 * unless something changed since the last call, and then copies the changed collections only.
 */
public final class KongStore {

  private final Map<String, Table> tables = new HashMap<>();
  private final Set<String> changed = new HashSet<>();
  private long changes;
  private volatile long version;
  private volatile Configuration snapshot = new Configuration(0, Map.of());

  /** Counts the writes that changed something. */
  public long version() {
    return version;
  }

  /** All entities as they are now. */
  public Configuration current() {
    Configuration last = snapshot;
    return last.version() == version ? last : refreshed();
  }

  /**
   * Puts many entities at once, as one change. Entities of the same id are replaced; nothing is
   * checked: they must be as Kong would store them.
   */
  public void load(Map<String, ? extends Collection<ObjectNode>> entities) {
    write(
        transaction -> {
          entities.forEach(
              (collection, list) -> list.forEach(entity -> transaction.put(collection, entity)));
          return entities;
        });
  }

  /** Forgets everything and puts these, as one change. Nothing is checked. */
  public void replaceAll(Map<String, ? extends Collection<ObjectNode>> entities) {
    write(
        transaction -> {
          transaction.clear();
          entities.forEach(
              (collection, list) -> list.forEach(entity -> transaction.put(collection, entity)));
          return entities;
        });
  }

  /** Runs reads and writes that nobody else may come between; one change, if any. */
  public synchronized <T> T write(Function<Transaction, T> work) {
    long before = changes;
    try {
      return work.apply(new Transaction(this));
    } finally {
      if (changes != before) {
        version++;
      }
    }
  }

  Table table(String collection) {
    return tables.computeIfAbsent(collection, name -> new Table(TableKeys.forCollection(name)));
  }

  Set<String> collections() {
    return tables.keySet();
  }

  void touched(String collection) {
    changed.add(collection);
    changes++;
  }

  private synchronized Configuration refreshed() {
    if (snapshot.version() != version) {
      var collections = new HashMap<>(snapshot.collections());
      for (String name : changed) {
        var rows = new TreeMap<>(table(name).rows());
        if (rows.isEmpty()) {
          collections.remove(name);
        } else {
          collections.put(name, Collections.unmodifiableMap(rows));
        }
      }
      changed.clear();
      snapshot = new Configuration(version, collections);
    }
    return snapshot;
  }
}
