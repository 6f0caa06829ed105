package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.tree.Node;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
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
          RateLimitDocument.of(limit, instance, enforce, place.maxKeys()));
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
    return RateLimitDocument.inert(instance);
  }

  private static PolicyFidelity judge(
      Policy policy, RateLimit limit, int instance, Place place, List<PolicyVersion> later) {
    var ledger = new FieldLedger(policy);
    var bounds = new RateLimitBounds(limit, place, policy.id());
    ledger.emitted("requests", Evidence.TOKEN_BUCKET.grade(), bounds.requests(later));
    ledger.emitted("window", Evidence.TOKEN_BUCKET.grade(), bounds.windowRefill());
    key(ledger, limit, bounds);
    if (policy.spec().mode() == Mode.ENFORCE) {
      ledger.emitted("mode", Evidence.ENFORCED.grade());
    } else {
      ledger.emitted("mode", Evidence.ENFORCED.grade(), List.of(bounds.observed(instance)));
    }
    return ledger.report(place.route());
  }

  private static void key(FieldLedger ledger, RateLimit limit, RateLimitBounds bounds) {
    if (limit.key() instanceof LimitKey.Header header) {
      ledger.emitted(
          "key",
          Evidence.HEADER_KEY.grade(),
          List.of(bounds.eviction(), bounds.firstValue(header.name())));
      if (limit.onMissingKey() == OnMissingKey.IP) {
        ledger.emitted(
            "onMissingKey",
            Evidence.MISSING_KEY.grade(),
            List.of(bounds.eviction(), bounds.clientAddress()));
      } else {
        ledger.emitted("onMissingKey", Evidence.MISSING_KEY.grade());
      }
    } else if (limit.key() instanceof LimitKey.ClientIp) {
      ledger.emitted(
          "key",
          Evidence.CLIENT_IP_KEY.grade(),
          List.of(bounds.eviction(), bounds.clientAddress()));
      // A TCP connection always has a peer.
      ledger.withoutMeaning("onMissingKey");
    } else {
      ledger.emitted("key", Evidence.ROUTE_KEY.grade());
      ledger.withoutMeaning("onMissingKey");
    }
  }
}
