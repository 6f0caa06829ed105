package io.entente.connector.spi;

import java.util.List;

/** States of all nodes of an apply domain; empty when no node was ever seen. */
public record Convergence(List<NodeState> nodes) {

  public Convergence {
    nodes = List.copyOf(nodes);
  }

  /** True when there is a node and every node runs what was applied last. */
  public boolean converged() {
    return !nodes.isEmpty() && nodes.stream().allMatch(n -> n.sync() == NodeState.Sync.SYNCED);
  }
}
