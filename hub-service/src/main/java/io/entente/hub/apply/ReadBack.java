package io.entente.hub.apply;

import io.entente.connector.spi.Applier;
import io.entente.connector.spi.NodeState;
import io.entente.hub.plan.Desired;
import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.StoredPlan;
import io.entente.model.claim.ClaimScope;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.plan.ChangeSet;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Reads the gateway after the last step, and hears what the data plane says. Blocks. */
@Singleton
public final class ReadBack {

  private static final Duration POLL = Duration.ofMillis(100);

  private final GatewayEstate estate;
  private final Duration patience;

  @Inject
  public ReadBack(GatewayEstate estate, ApplyConfig config) {
    this(estate, config.convergenceTimeout());
  }

  ReadBack(GatewayEstate estate, Duration patience) {
    this.estate = estate;
    this.patience = patience;
  }

  /**
   * What an apply came to.
   *
   * @param failure why it failed
   * @param readBack whether the gateway was seen to hold what was planned
   * @param convergence per node, as the plan shows it
   * @param summary one sentence on the data plane
   */
  public record Outcome(
      Optional<Problem> failure, boolean readBack, Node convergence, String summary) {

    static Outcome failed(Problem why) {
      return new Outcome(Optional.of(why), false, Node.arr(List.of()), why.message());
    }
  }

  /**
   * Compares inside claims, then waits for every node to accept or one to refuse.
   *
   * @param known what the steps made known
   */
  public Outcome check(StoredPlan plan, Map<Node.Pending, Node> known, Applier applier) {
    var dialect = Desired.dialect(estate, plan.gateway());
    var observed = estate.refresh(plan.gateway());
    if (!observed.complete()) {
      return Outcome.failed(
          Problem.vendor(
              "READ_BACK_INCOMPLETE",
              "The gateway could not be read completely after the last step.",
              plan.gateway().value(),
              "Mend the read, then make a new plan."));
    }
    for (var step : plan.steps(known)) {
      var change = step.change();
      var now = Optional.ofNullable(observed.objects().get(change.key()));
      if (!ClaimScope.same(
          StaleCheck.canonical(dialect, now),
          StaleCheck.canonical(dialect, change.after()),
          ClaimScope.of(change))) {
        return Outcome.failed(
            Problem.vendor(
                "READ_BACK_DIFFERS",
                change.key() + " is not what step " + step.number() + " wrote.",
                change.key().toString(),
                "Look for another writer of this object, then make a new plan."));
      }
    }
    var domains =
        plan.changeSets().stream()
            .map(ChangeSet::domain)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return outcome(converge(domains, applier));
  }

  private List<NodeState> converge(Set<ApplyDomain> domains, Applier applier) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      var nodes = new ArrayList<NodeState>();
      domains.forEach(domain -> nodes.addAll(applier.convergence(domain).nodes()));
      boolean pending = nodes.stream().anyMatch(n -> n.sync() == NodeState.Sync.PENDING);
      boolean rejected = nodes.stream().anyMatch(n -> n.sync() == NodeState.Sync.REJECTED);
      if (rejected || !pending || System.nanoTime() > deadline || Thread.interrupted()) {
        return nodes;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private static Outcome outcome(List<NodeState> nodes) {
    Optional<Problem> failure =
        nodes.stream()
            .filter(node -> node.sync() == NodeState.Sync.REJECTED)
            .findFirst()
            .map(
                node ->
                    Problem.vendor(
                        "DATA_PLANE_REJECTED",
                        "Node "
                            + node.node()
                            + " refused the configuration: "
                            + node.message().orElse("without a message"),
                        node.node(),
                        "Roll this plan back, or correct the document and plan again."));
    long synced = nodes.stream().filter(n -> n.sync() == NodeState.Sync.SYNCED).count();
    String summary = synced + " of " + nodes.size() + " known nodes run it.";
    return new Outcome(
        failure, true, Node.arr(nodes.stream().map(ReadBack::node).toList()), summary);
  }

  private static Node node(NodeState state) {
    var fields = new TreeMap<String, Node>();
    fields.put("node", Node.text(state.node()));
    fields.put("state", Node.text(state.sync().name()));
    fields.put("since", Node.text(state.since().toString()));
    state.version().ifPresent(version -> fields.put("version", Node.text(version)));
    state.message().ifPresent(message -> fields.put("message", Node.text(message)));
    return Node.obj(Map.copyOf(fields));
  }
}
