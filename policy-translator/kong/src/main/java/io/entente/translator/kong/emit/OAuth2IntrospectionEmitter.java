package io.entente.translator.kong.emit;

import io.entente.policy.OAuth2Introspection;
import io.entente.policy.Policy;
import io.entente.translator.FieldLedger;
import io.entente.translator.KindFields;
import io.entente.translator.Stated;
import java.util.List;
import java.util.Set;

/**
 * {@code oauth2Introspection} as openid-connect of the enterprise edition, and not as its plugin
 * oauth2-introspection: that one compares neither scopes nor audiences, and takes client and secret
 * as one text. The open source edition has neither.
 */
public final class OAuth2IntrospectionEmitter implements KindEmitter {

  static final String KIND = "oauth2Introspection";

  @Override
  public Set<String> kindNames() {
    return Set.of(KIND);
  }

  @Override
  public Emission emit(List<Policy> policies, Place place) {
    if (!place.enterprise()) {
      return Emission.nothing(policies, place, OAuth2IntrospectionEmitter::refuse);
    }
    if (!place.has(JwtEmitter.ENTERPRISE_PLUGIN)) {
      return Emission.withoutPlugin(JwtEmitter.ENTERPRISE_PLUGIN, policies, place);
    }
    if (place.kinds().contains("jwt")) {
      return Emission.nothing(policies, place, OAuth2IntrospectionEmitter::beside);
    }
    Policy nearest = policies.get(policies.size() - 1);
    var rule = (OAuth2Introspection) nearest.spec().kind();
    return new Emission(
        List.of(
            new PluginDraft(
                JwtEmitter.ENTERPRISE_PLUGIN, IntrospectionConfig.of(rule), List.of(nearest), "")),
        Emission.nearestSays(
            policies, place, ledger -> IntrospectionBounds.judge(ledger, rule, place)),
        List.of());
  }

  /** The open source edition. */
  private static void refuse(FieldLedger ledger) {
    var why =
        new Stated(ledger.policy().id())
            .looser(
                "no-introspection",
                "0 issuers are asked: of the 2 plugins that ask, oauth2-introspection and"
                    + " openid-connect, 0 are in the open source edition; its plugin oauth2 knows"
                    + " only the tokens it made itself",
                "Use Kong Enterprise, or ask for tokens before or behind Kong.");
    KindFields.of(ledger.policy())
        .keySet()
        .forEach(field -> ledger.unsupported(field, Evidence.TOKENS_UNSEEN.grade(), why));
  }

  private static void beside(FieldLedger ledger) {
    ledger.unsupported(
        "mode",
        Evidence.SCOPES.grade(),
        new Stated(ledger.policy().id())
            .looser(
                "one-instance",
                "1 openid-connect runs on a route, and the policy jwt of the route has it: 0 tokens"
                    + " would be asked for",
                "Take one of jwt and oauth2Introspection off the route."));
  }
}
