package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Set;

/**
 * {@code jwt} as openid-connect of the enterprise edition. In the open source edition it is
 * refused: the plugin jwt trusts keys that are credentials of consumers, which are never made here,
 * and knows neither an issuer's key set nor audiences nor rules on claims.
 */
public final class JwtEmitter implements KindEmitter {

  public static final String ENTERPRISE_PLUGIN = "openid-connect";

  private static final String REMEDY =
      "Take the route out of the policy's targets on this gateway, or verify tokens before or"
          + " behind it.";

  @Override
  public Set<String> kindNames() {
    return Set.of("jwt");
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.enterprise()) {
      return Emission.nothing(policies, place, ledger -> judge(ledger, rule(ledger.policy())));
    }
    return place.has(ENTERPRISE_PLUGIN)
        ? verified(policies, place)
        : Emission.withoutPlugin(ENTERPRISE_PLUGIN, policies, place);
  }

  private static Emission verified(List<Policy> policies, Place place) {
    Policy nearest = policies.get(policies.size() - 1);
    var ledgers = policies.stream().map(FieldLedger::new).toList();
    Jwt rule = rule(nearest);
    boolean whole = new OpenIdBounds(ledgers.get(ledgers.size() - 1), rule).judge(place);
    List<PluginDraft> plugins =
        whole && rule.jwks() instanceof Jwks.Url keys
            ? List.of(
                new PluginDraft(
                    ENTERPRISE_PLUGIN, OpenIdConfig.of(rule, keys), List.of(nearest), ""))
            : List.of();
    return new Emission(
        plugins, ledgers.stream().map(ledger -> ledger.report(place.route())).toList(), List.of());
  }

  private static Jwt rule(Policy policy) {
    return (Jwt) policy.spec().kind();
  }

  private static void judge(FieldLedger ledger, Jwt rule) {
    refuse(
        ledger,
        "jwks",
        "no-key-set",
        "0 key sets: the plugin jwt has the keys of single consumers only, which are credentials");
    refuse(
        ledger,
        "issuer",
        "no-issuer",
        "0 issuers: the claim iss only picks a consumer's key, and anyone whose key is there"
            + " counts");
    for (int i = 0; i < rule.audiences().size(); i++) {
      refuse(
          ledger,
          "audiences[" + i + "]",
          "no-audience",
          "0 audiences are compared: a token for any other service gets through");
    }
    for (int i = 0; i < rule.claims().size(); i++) {
      refuse(
          ledger,
          "claims[" + i + "]",
          "no-claims",
          "0 claims but exp and nbf are looked at: " + rule.claims().get(i).name() + " is not");
    }
    for (int i = 0; i < rule.algorithms().size(); i++) {
      refuse(
          ledger,
          "algorithms[" + i + "]",
          "algorithm-of-credential",
          "1 algorithm, that of the consumer's key, whatever the policy says");
    }
    if (!rule.clockSkew().isZero()) {
      ledger.unsupported(
          "clockSkew",
          Evidence.TOKENS_UNSEEN.grade(),
          new Stated(ledger.policy().id())
              .stricter(
                  "no-clock-skew",
                  "0 s instead of %d s: the plugin allows for no difference of clocks"
                      .formatted(rule.clockSkew().toSeconds()),
                  REMEDY));
    }
    if (rule.maxLifetime().isEmpty()) {
      ledger.withoutMeaning("maxLifetime");
    }
    if (!rule.forward()) {
      refuse(ledger, "forward", "always-forwarded", "1 token always reaches the upstream");
    }
    if (rule.preflight() == Preflight.PASS) {
      refuse(
          ledger,
          "preflight",
          "every-options-passes",
          "every OPTIONS request would pass without a token, not preflights only");
    }
    refuse(ledger, "mode", "nothing-enforced", "0 tokens are verified: nothing goes out");
  }

  private static void refuse(FieldLedger ledger, String field, String code, String bound) {
    Deviation why = new Stated(ledger.policy().id()).looser(code, bound, REMEDY);
    ledger.unsupported(field, Evidence.TOKENS.grade(), why);
  }
}
