package io.entente.translator.kong.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.RateLimit;
import io.entente.translator.FieldLedger;
import java.util.List;
import java.util.Optional;

/** {@code rateLimit} as rate-limiting: all limits of a route in the one instance that runs. */
public final class RateLimitEmitter implements KindEmitter {

  public static final String PLUGIN = "rate-limiting";

  @Override
  public String kindName() {
    return "rateLimit";
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    SharedLimits limits = SharedLimits.of(policies);
    List<PolicyFidelity> fidelity =
        policies.stream().map(policy -> judge(policy, limits, place)).toList();
    List<PluginDraft> plugins =
        limits.members().isEmpty()
            ? List.of()
            : List.of(new PluginDraft(PLUGIN, RateLimitConfig.of(limits), limits.members(), ""));
    return new Emission(plugins, fidelity, List.of());
  }

  private static PolicyFidelity judge(Policy policy, SharedLimits limits, Place place) {
    var ledger = new FieldLedger(policy);
    RateLimit limit = SharedLimits.limit(policy);
    var bounds = new RateLimitBounds(policy, place);
    Optional<RateLimitUnit> unit = RateLimitUnit.of(limit.window());
    if (unit.isEmpty()) {
      ledger.unsupported("window", Evidence.LONG_WINDOW.grade(), bounds.noSuchWindow());
    } else if (!limit.key().equals(limits.key())) {
      ledger.unsupported("key", Evidence.SCOPES.grade(), bounds.otherKey(limits.members().get(0)));
    } else {
      Policy holding = limits.holding().getOrDefault(unit.get(), policy);
      ledger.emitted("requests", Evidence.LIMIT.grade(), bounds.requests(holding));
      Evidence evidence = unit.get().recorded() ? Evidence.SHORT_WINDOW : Evidence.LONG_WINDOW;
      ledger.emitted("window", evidence.grade(), bounds.window(unit.get()));
      key(ledger, limit, bounds, place);
      ledger.emitted("mode", Evidence.LIMIT.grade());
    }
    return ledger.report(place.route());
  }

  private static void key(
      FieldLedger ledger, RateLimit limit, RateLimitBounds bounds, Place place) {
    if (limit.key() instanceof LimitKey.Header header) {
      ledger.emitted("key", Evidence.HEADER_KEY.grade(), bounds.header(header.name()));
      missing(ledger, limit.onMissingKey(), bounds);
      return;
    }
    // A connection always has a peer, a route is always itself.
    ledger.withoutMeaning("onMissingKey");
    if (limit.key() instanceof LimitKey.ClientIp) {
      ledger.emitted("key", Evidence.CLIENT_IP_KEY.grade(), bounds.clientIp());
    } else if (place.service()) {
      ledger.emitted("key", Evidence.ROUTE_KEY.grade());
    } else {
      ledger.emitted("key", Evidence.ROUTE_KEY.grade(), List.of(bounds.withoutService()));
    }
  }

  private static void missing(FieldLedger ledger, OnMissingKey choice, RateLimitBounds bounds) {
    switch (choice) {
      case IP ->
          ledger.emitted("onMissingKey", Evidence.MISSING_KEY.grade(), bounds.missingByAddress());
      case DENY ->
          ledger.unsupported("onMissingKey", Evidence.MISSING_KEY.grade(), bounds.missingDenied());
      case SHARED ->
          ledger.unsupported("onMissingKey", Evidence.MISSING_KEY.grade(), bounds.missingShared());
    }
  }
}
