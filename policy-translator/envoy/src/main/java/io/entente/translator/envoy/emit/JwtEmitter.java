package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.PolicyFidelity;
import io.entente.model.tree.Node;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.Preflight;
import io.entente.translator.FieldLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@code jwt} as {@code jwt_authn} and {@code rbac} on what it found. */
public final class JwtEmitter implements KindEmitter {

  @Override
  public String kindName() {
    return "jwt";
  }

  @Override
  public RouteFilters emit(List<Policy> policies, Place place) {
    var configs = new TreeMap<String, Node>();
    var fidelity = new ArrayList<PolicyFidelity>();
    for (Policy policy : policies) {
      var rule = (Jwt) policy.spec().kind();
      var ledger = new FieldLedger(policy);
      if (policy.spec().mode() == Mode.OBSERVE) {
        observing(ledger, rule);
      } else {
        configs.put(
            rule.preflight() == Preflight.PASS ? FilterNames.JWT_PREFLIGHT : FilterNames.JWT,
            JwtDocument.onRoute(policy));
        configs.put(FilterNames.JWT_RULES, JwtRules.of(policy));
        acting(ledger, rule, place);
      }
      fidelity.add(ledger.report(place.route()));
    }
    return new RouteFilters(configs, fidelity);
  }

  private static void acting(FieldLedger ledger, Jwt rule, Place place) {
    var bounds = new JwtBounds(ledger.policy(), rule);
    boolean remote = rule.jwks() instanceof Jwks.Url;
    var token = Evidence.TOKEN.grade();
    var keys = remote ? Evidence.REMOTE_KEYS.grade() : token;
    ledger.emitted("issuer", token);
    entries(ledger, "audiences", rule.audiences().size());
    ledger.emitted(
        "jwks",
        keys,
        remote
            ? List.of(bounds.fetched(place), bounds.critical(), bounds.emptyKid())
            : List.of(bounds.critical(), bounds.emptyKid()));
    for (int i = 0; i < rule.algorithms().size(); i++) {
      ledger.emitted(
          "algorithms[" + i + "]", keys, remote ? List.of(bounds.algorithm()) : List.of());
    }
    ledger.emitted("clockSkew", token, bounds.skew());
    ledger.emitted("requireExpiration", token);
    if (rule.requireExpiration()) {
      ledger.emitted(
          "maxLifetime",
          token,
          rule.maxLifetime().isPresent() ? List.of(bounds.lifetime()) : List.of());
    } else {
      // Only tokens that must expire can have one.
      ledger.withoutMeaning("maxLifetime");
    }
    entries(ledger, "claims", rule.claims().size());
    ledger.emitted("from", token, bounds.from());
    ledger.emitted("forward", token, bounds.forward(place));
    ledger.emitted("preflight", token);
    ledger.emitted("mode", token);
  }

  private static void entries(FieldLedger ledger, String list, int size) {
    for (int i = 0; i < size; i++) {
      ledger.emitted(list + "[" + i + "]", Evidence.TOKEN.grade());
    }
  }

  /** What nobody is asked for cannot be asked for otherwise. */
  private static void observing(FieldLedger ledger, Jwt rule) {
    for (String field :
        List.of(
            "issuer",
            "jwks",
            "clockSkew",
            "requireExpiration",
            "maxLifetime",
            "from",
            "forward",
            "preflight")) {
      ledger.withoutMeaning(field);
    }
    untold(ledger, "audiences", rule.audiences().size());
    untold(ledger, "algorithms", rule.algorithms().size());
    untold(ledger, "claims", rule.claims().size());
    ledger.unsupported(
        "mode", Evidence.OBSERVED_TOKEN.grade(), new JwtBounds(ledger.policy(), rule).observed());
  }

  private static void untold(FieldLedger ledger, String list, int size) {
    for (int i = 0; i < size; i++) {
      ledger.withoutMeaning(list + "[" + i + "]");
    }
  }
}
