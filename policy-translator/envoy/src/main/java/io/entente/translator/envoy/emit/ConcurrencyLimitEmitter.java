package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@code concurrencyLimit} as what a cluster of the route takes at a time. */
public final class ConcurrencyLimitEmitter implements KindEmitter {

  /** As good as no bound: the largest of the field. */
  private static final long UNBOUNDED = 4_294_967_295L;

  @Override
  public String kindName() {
    return "concurrencyLimit";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    List<Policy> enforced = UpstreamLedger.enforced(policies);
    var thresholds = new TreeMap<String, Node>();
    enforced.stream()
        .mapToInt(policy -> ((ConcurrencyLimit) policy.spec().kind()).requests())
        .min()
        .ifPresent(
            least -> {
              thresholds.put("max_requests", Node.number(least));
              // who waits for a connection is not counted yet
              thresholds.put("max_pending_requests", Node.number(least));
              thresholds.put("max_connections", Node.number(UNBOUNDED));
            });
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var ledger =
          enforced.contains(policy)
              ? judge(policy, place)
              : UpstreamLedger.observing(policy, List.of("requests"));
      fidelity.add(ledger.report(place.route()));
    }
    return new RouteFilters(
        new UpstreamPart(new TreeMap<>(), new TreeMap<>(), thresholds, !thresholds.isEmpty()),
        fidelity);
  }

  private static FieldLedger judge(Policy policy, Place place) {
    int requests = ((ConcurrencyLimit) policy.spec().kind()).requests();
    var ledger = new FieldLedger(policy);
    var found = new ArrayList<Deviation>();
    if (place.nodes() > 1) {
      found.add(
          UpstreamLedger.of(
              policy,
              "per-node",
              Direction.LOOSER,
              "up to %d at once, %d on each of %d nodes"
                  .formatted((long) place.nodes() * requests, requests, place.nodes()),
              "Set %d, which is a share of each node."
                  .formatted(Math.max(1, requests / place.nodes()))));
    }
    found.add(
        UpstreamLedger.of(
            policy,
            "connecting",
            Direction.LOOSER,
            "up to %d more wait for a connection; which of them are too many is only told when they have one"
                .formatted(requests),
            "Set timeout.connect, so that nobody waits long."));
    found.add(GrpcAnswer.of(policy, 503));
    ledger.emitted("requests", Evidence.UNDER_WAY.grade(), found);
    ledger.emitted("mode", Evidence.UNDER_WAY.grade());
    return ledger;
  }
}
