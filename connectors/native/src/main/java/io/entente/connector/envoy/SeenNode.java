package io.entente.connector.envoy;

import io.entente.connector.spi.NodeState;
import io.entente.connector.spi.NodeState.Sync;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One Envoy process of a gateway, as far as it was ever seen. Guarded by its gateway's lock. */
final class SeenNode {

  private final String id;
  private String envoyVersion = EnvoyBuild.UNKNOWN;
  private SortedSet<String> extensions = new TreeSet<>();
  private Optional<String> configuration = Optional.empty();
  private NodeState state;

  SeenNode(String id, Instant now) {
    this.id = id;
    this.state = new NodeState(id, Sync.PENDING, Optional.empty(), Optional.empty(), now);
  }

  /** Notes what the node says of itself. */
  void describe(String version, SortedSet<String> itsExtensions) {
    envoyVersion = version;
    extensions = new TreeSet<>(itsExtensions);
  }

  /** Moves to a state; the time it began stays when nothing changed. */
  void enter(Sync sync, Optional<String> message, Instant now) {
    boolean same =
        state.sync() == sync
            && state.message().equals(message)
            && state.version().equals(configuration);
    if (!same) {
      state = new NodeState(id, sync, configuration, message, now);
    }
  }

  /** Notes which configuration it runs wholly. */
  void runs(long version) {
    configuration = Optional.of(Long.toString(version));
  }

  boolean connected() {
    return state.sync() != Sync.STALE;
  }

  NodeState state() {
    return state;
  }

  String envoyVersion() {
    return envoyVersion;
  }

  SortedSet<String> extensions() {
    return extensions;
  }
}
