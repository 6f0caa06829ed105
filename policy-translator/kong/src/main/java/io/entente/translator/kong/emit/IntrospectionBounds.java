package io.entente.translator.kong.emit;

import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Preflight;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Locale;

/** What openid-connect keeps and loses where it asks for tokens; what it does was never seen. */
final class IntrospectionBounds {

  private IntrospectionBounds() {}

  static void judge(FieldLedger ledger, OAuth2Introspection rule, Place place) {
    var stated = new Stated(ledger.policy().id());
    var form = Evidence.ENTERPRISE_SCHEMA.grade();
    var unseen = Evidence.TOKENS_UNSEEN.grade();
    ledger.emitted(
        "endpoint",
        form,
        List.of(
            stated.different(
                "asked-within",
                "%d ms are waited for an answer; after that the token counts as unknown and is"
                        .formatted(IntrospectionConfig.PATIENCE)
                    + " answered 401",
                "Keep the endpoint near the gateway.")));
    ledger.emitted("clientId", form);
    String name = rule.clientSecret().name();
    ledger.emitted(
        "clientSecret",
        form,
        List.of(
            stated.stricter(
                "secret-of-the-gateway",
                "1 reference, %s, goes out: while the environment variable %s is not on each of %d"
                        .formatted(
                            IntrospectionConfig.secret(rule),
                            name.toUpperCase(Locale.ROOT).replace('-', '_'),
                            place.nodes())
                    + " nodes, every token is answered 401",
                "Set the variable before the policy goes out.")));
    for (int i = 0; i < rule.scopes().size(); i++) {
      ledger.emitted("scopes[" + i + "]", unseen);
    }
    for (int i = 0; i < rule.audiences().size(); i++) {
      ledger.emitted("audiences[" + i + "]", unseen);
    }
    ledger.emitted("cache", unseen);
    ledger.emitted("forward", form);
    ledger.emitted(
        "preflight",
        form,
        rule.preflight() == Preflight.PASS && place.takes("OPTIONS")
            ? List.of(
                stated.looser(
                    "every-options-passes",
                    "every OPTIONS request passes without a token, not only those with the 2"
                        + " headers of a preflight, Origin and Access-Control-Request-Method",
                    "Set preflight: check; a cors policy answers preflights before."))
            : List.of());
    ledger.emitted(
        "mode", form, AskedFirst.of(JwtEmitter.ENTERPRISE_PLUGIN + " (1050)", place, stated));
  }
}
