package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.SpikeArrest;
import io.entente.translator.FieldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * {@code spikeArrest} as {@code local_ratelimit}, one filter instance per policy of a route: a
 * bucket of {@code burst} tokens that fills continuously is what the kind means.
 */
public final class SpikeArrestEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "spikeArrest";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    var configs = new TreeMap<String, Node>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (int i = 0; i < policies.size(); i++) {
      Policy policy = policies.get(i);
      int instance = i + 1;
      var arrest = (SpikeArrest) policy.spec().kind();
      configs.put(
          FilterNames.spikeArrest(instance),
          RateLimitDocument.of(
              arrest,
              FilterNames.spikeArrestStatistics(instance),
              policy.spec().mode() == Mode.ENFORCE,
              place.maxKeys()));
      List<PolicyVersion> later =
          Stream.concat(
                  policies.subList(instance, policies.size()).stream()
                      .filter(p -> p.spec().mode() == Mode.ENFORCE)
                      .map(Policy::id),
                  place.rateLimits().stream())
              .toList();
      fidelity.add(judge(policy, arrest, instance, place, later));
    }
    return new RouteFilters(configs, fidelity);
  }

  /** The filter of the chain that {@code instance} of a route configures. */
  public static Node inChain(int instance) {
    return RateLimitDocument.inert(FilterNames.spikeArrestStatistics(instance));
  }

  private static PolicyFidelity judge(
      Policy policy, SpikeArrest arrest, int instance, Place place, List<PolicyVersion> later) {
    var ledger = new FieldLedger(policy);
    var bounds = new SpikeArrestBounds(arrest, place, policy);
    ledger.emitted("rate", Evidence.SPREAD.grade(), bounds.rate(later));
    ledger.emitted("per", Evidence.SPREAD.grade());
    ledger.emitted("burst", Evidence.SPREAD.grade(), bounds.burst());
    KeyFidelity.state(ledger, arrest.key(), arrest.onMissingKey(), place, bounds.eviction());
    if (policy.spec().mode() == Mode.ENFORCE) {
      ledger.emitted("mode", Evidence.ENFORCED.grade());
    } else {
      ledger.emitted("mode", Evidence.ENFORCED.grade(), List.of(bounds.observed(instance)));
    }
    return ledger.report(place.route());
  }
}
