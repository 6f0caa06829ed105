package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.RateLimit;
import io.entente.translator.FieldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@code rateLimit} as {@code local_ratelimit}: one filter instance per limit of a route. */
public final class RateLimitEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "rateLimit";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    var configs = new TreeMap<String, Node>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (int i = 0; i < policies.size(); i++) {
      Policy policy = policies.get(i);
      int instance = i + 1;
      var limit = (RateLimit) policy.spec().kind();
      boolean enforce = policy.spec().mode() == Mode.ENFORCE;
      configs.put(
          FilterNames.rateLimit(instance),
          RateLimitDocument.of(
              limit, FilterNames.rateLimitStatistics(instance), enforce, place.maxKeys()));
      List<PolicyVersion> later =
          policies.subList(instance, policies.size()).stream()
              .filter(p -> p.spec().mode() == Mode.ENFORCE)
              .map(Policy::id)
              .toList();
      fidelity.add(judge(policy, limit, instance, place, later));
    }
    return new RouteFilters(configs, fidelity);
  }

  /** The filter of the chain that {@code instance} of a route configures. */
  public static Node inChain(int instance) {
    return RateLimitDocument.inert(FilterNames.rateLimitStatistics(instance));
  }

  private static PolicyFidelity judge(
      Policy policy, RateLimit limit, int instance, Place place, List<PolicyVersion> later) {
    var ledger = new FieldLedger(policy);
    var bounds = new RateLimitBounds(limit, place, policy.id());
    ledger.emitted("requests", Evidence.TOKEN_BUCKET.grade(), bounds.requests(later));
    ledger.emitted("window", Evidence.TOKEN_BUCKET.grade(), bounds.windowRefill());
    KeyFidelity.state(ledger, limit.key(), limit.onMissingKey(), place, bounds.eviction());
    if (policy.spec().mode() == Mode.ENFORCE) {
      ledger.emitted("mode", Evidence.ENFORCED.grade());
    } else {
      ledger.emitted("mode", Evidence.ENFORCED.grade(), List.of(bounds.observed(instance)));
    }
    return ledger.report(place.route());
  }
}
