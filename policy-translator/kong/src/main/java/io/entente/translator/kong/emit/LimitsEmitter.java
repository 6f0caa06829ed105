package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.PolicyFidelity;
import io.entente.policy.LimitKey;
import io.entente.policy.OnMissingKey;
import io.entente.policy.Policy;
import io.entente.policy.SpikeArrest;
import io.entente.translator.FieldLedger;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code rateLimit}, {@code spikeArrest} and {@code quota} as rate-limiting: all limits of a route
 * in the one instance that runs.
 */
public final class LimitsEmitter implements KindEmitter {

  public static final String PLUGIN = "rate-limiting";

  static final Set<String> KINDS = Set.of("rateLimit", "spikeArrest", "quota");

  @Override
  public Set<String> kindNames() {
    return KINDS;
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.has(PLUGIN)) {
      return Emission.withoutPlugin(PLUGIN, policies, place);
    }
    List<Limit> all = policies.stream().map(Limit::of).toList();
    SharedLimits limits = SharedLimits.of(all);
    List<PolicyFidelity> fidelity = all.stream().map(limit -> judge(limit, limits, place)).toList();
    List<Policy> members = limits.members().stream().map(Limit::policy).toList();
    List<PluginDraft> plugins =
        members.isEmpty()
            ? List.of()
            : List.of(new PluginDraft(PLUGIN, LimitsConfig.of(limits, place), members, ""));
    return new Emission(plugins, fidelity, List.of());
  }

  private static PolicyFidelity judge(Limit limit, SharedLimits limits, Place place) {
    var ledger = new FieldLedger(limit.policy());
    var windows = new WindowBounds(limit);
    if (limit.unit().isEmpty()) {
      ledger.unsupported(limit.unitField(), Evidence.LONG_WINDOW.grade(), windows.noSuchWindow());
    } else if (!limit.key().equals(limits.key())) {
      ledger.unsupported(
          "key",
          Evidence.SCOPES.grade(),
          new KeyBounds(limit).otherKey(limits.members().get(0).policy()));
    } else {
      RateLimitUnit unit = limit.unit().get();
      Limit holding = limits.holding().getOrDefault(unit, limit);
      ledger.emitted(
          limit.numberField(),
          Evidence.LIMIT.grade(),
          new LimitBounds(limit, place).requests(holding));
      Evidence evidence = unit.recorded() ? Evidence.SHORT_WINDOW : Evidence.LONG_WINDOW;
      ledger.emitted(limit.unitField(), evidence.grade(), windows.window(unit));
      if (limit.policy().spec().kind() instanceof SpikeArrest arrest) {
        ledger.emitted("burst", Evidence.LIMIT.grade(), windows.burst(arrest));
      }
      key(ledger, limit, place);
      ledger.emitted("mode", Evidence.LIMIT.grade());
    }
    return ledger.report(place.route());
  }

  private static void key(FieldLedger ledger, Limit limit, Place place) {
    var bounds = new KeyBounds(limit);
    if (limit.key() instanceof LimitKey.Header header) {
      ledger.emitted(
          "key", Evidence.HEADER_KEY.grade(), shared(bounds.header(header.name()), bounds, place));
      missing(ledger, limit.onMissingKey(), bounds);
      return;
    }
    // A connection always has a peer, a route is always itself.
    ledger.withoutMeaning("onMissingKey");
    if (limit.key() instanceof LimitKey.ClientIp) {
      ledger.emitted(
          "key", Evidence.CLIENT_IP_KEY.grade(), shared(bounds.clientIp(), bounds, place));
    } else if (place.narrowed()) {
      ledger.emitted("key", Evidence.SCOPES.grade(), bounds.apart(place.named()));
    } else if (place.service()) {
      ledger.emitted("key", Evidence.ROUTE_KEY.grade());
    } else {
      ledger.emitted("key", Evidence.ROUTE_KEY.grade(), List.of(bounds.withoutService()));
    }
  }

  private static List<Deviation> shared(List<Deviation> found, KeyBounds bounds, Place place) {
    return place.narrowed()
        ? Stream.concat(found.stream(), Stream.of(bounds.sharedCount())).toList()
        : found;
  }

  private static void missing(FieldLedger ledger, OnMissingKey choice, KeyBounds bounds) {
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
