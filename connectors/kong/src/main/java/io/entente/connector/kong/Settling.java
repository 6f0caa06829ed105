package io.entente.connector.kong;

import io.entente.connector.spi.Convergence;
import io.entente.connector.spi.NodeState;
import io.entente.connector.spi.NodeState.Sync;
import io.entente.model.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far data planes have taken up what was written, as far as Kong lets it be known.
 *
 * <p>Open-source Kong with a database never tells what a data plane runs. For as long as its own
 * intervals allow it to lag, a node is PENDING; after that it is UNKNOWN, with the interval in the
 * message: that it <em>should</em> have taken up a change was not observed and is not claimed. Look
 * through the proxy, or at the traffic, to know.
 *
 * <p>Without database the node we write to names the hash of what it runs: SYNCED while that is the
 * hash it named right after our last write was read back. Other nodes have documents of their own
 * and are UNKNOWN. Safe between threads.
 */
final class Settling {

  private final InstantSource clock;
  private final int nodes;
  private final Instant begun;
  private Optional<Instant> lastWrite = Optional.empty();
  private Optional<String> writtenHash = Optional.empty();

  Settling(InstantSource clock, int nodes) {
    this.clock = clock;
    this.nodes = nodes;
    this.begun = clock.instant();
  }

  /** Something was, or may have been, written; {@code hash} is what the node named afterwards. */
  synchronized void wrote(Optional<String> hash) {
    lastWrite = Optional.of(clock.instant());
    writtenHash = hash;
  }

  synchronized Convergence database(NodeFacts facts) {
    var states = new ArrayList<NodeState>();
    states.add(timed(facts.node(), facts.settleHere()));
    for (int other = 2; other <= nodes; other++) {
      states.add(timed(other(other), facts.settleElsewhere()));
    }
    return new Convergence(states);
  }

  synchronized Convergence document(NodeFacts facts, Optional<String> hash) {
    var states = new ArrayList<NodeState>();
    states.add(hashed(facts.node(), hash));
    for (int other = 2; other <= nodes; other++) {
      states.add(
          new NodeState(
              other(other),
              Sync.UNKNOWN,
              Optional.empty(),
              Optional.of("A node without database has a document of its own; not asked."),
              begun));
    }
    return new Convergence(states);
  }

  /** The node does not answer: what it runs is not known. */
  synchronized Convergence unreachable(Problem why) {
    return new Convergence(List.of(unknown("node 1 of " + nodes, why.message(), clock.instant())));
  }

  private NodeState timed(String node, Duration interval) {
    if (lastWrite.isEmpty()) {
      return unknown(node, "Nothing was written since the hub opened this gateway.", begun);
    }
    var due = lastWrite.get().plus(interval);
    return clock.instant().isBefore(due)
        ? new NodeState(node, Sync.PENDING, Optional.empty(), Optional.empty(), lastWrite.get())
        : unknown(
            node,
            "Kong takes changes up within "
                + interval.toSeconds()
                + " s, which are over; it does not tell what this node runs.",
            due);
  }

  private NodeState hashed(String node, Optional<String> hash) {
    if (lastWrite.isEmpty() || writtenHash.isEmpty() || hash.isEmpty()) {
      return new NodeState(
          node,
          Sync.UNKNOWN,
          hash,
          Optional.of("No write of ours to compare what the node runs with."),
          lastWrite.orElse(begun));
    }
    return hash.equals(writtenHash)
        ? new NodeState(node, Sync.SYNCED, hash, Optional.empty(), lastWrite.get())
        : new NodeState(
            node,
            Sync.UNKNOWN,
            hash,
            Optional.of("Another configuration than the one we loaded last was loaded since."),
            clock.instant());
  }

  private static NodeState unknown(String node, String why, Instant since) {
    return new NodeState(node, Sync.UNKNOWN, Optional.empty(), Optional.of(why), since);
  }

  private String other(int number) {
    return "node " + number + " of " + nodes;
  }
}
