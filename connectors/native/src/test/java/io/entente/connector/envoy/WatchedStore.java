package io.entente.connector.envoy;

import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A store that counts writes and fails where it is told to. Used by one test thread and the plane.
 */
final class WatchedStore implements ResourceStore {

  private final InMemoryResourceStore store = new InMemoryResourceStore();
  private volatile boolean readsFail;
  private volatile boolean answerLost;
  private volatile long writes;

  @Override
  public StoredResources current(GatewayId gateway) {
    if (readsFail) {
      throw new IllegalStateException("the database is away");
    }
    return store.current(gateway);
  }

  @Override
  public synchronized Optional<StoredResources> put(
      GatewayId gateway, long expectedVersion, SortedMap<ObjectKey, Node> resources) {
    Optional<StoredResources> stored = store.put(gateway, expectedVersion, resources);
    if (stored.isPresent()) {
      writes++;
    }
    if (answerLost) {
      answerLost = false;
      throw new IllegalStateException("the connection broke after the commit");
    }
    return stored;
  }

  /** A write by somebody else: not counted. */
  synchronized void edit(GatewayId gateway, SortedMap<ObjectKey, Node> resources) {
    if (store.put(gateway, store.current(gateway).version(), resources).isEmpty()) {
      throw new AssertionError("somebody wrote meanwhile");
    }
  }

  void failReads() {
    readsFail = true;
  }

  void loseNextAnswer() {
    answerLost = true;
  }

  long writes() {
    return writes;
  }
}
