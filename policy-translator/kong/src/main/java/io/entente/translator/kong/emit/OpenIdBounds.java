package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.EvidenceGrade;
import io.entente.policy.ClaimRule;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import io.entente.translator.FieldLedger;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/**
 * What openid-connect keeps and loses of a {@code jwt}. Its documents fit the schema of 3.15; what
 * it does was never seen, so that where its documents say nothing a field is refused.
 */
final class OpenIdBounds {

  private static final TokenSource USUAL = new TokenSource("authorization", Scheme.BEARER);

  private final FieldLedger ledger;
  private final Jwt rule;
  private final Stated stated;

  /** What holds of the fields once all of them can go out. */
  private final List<Runnable> said = new ArrayList<>();

  OpenIdBounds(FieldLedger ledger, Jwt rule) {
    this.ledger = ledger;
    this.rule = rule;
    this.stated = new Stated(ledger.policy().id());
  }

  /** False when nothing may go out: a verifier that lacks a part would let others in. */
  boolean judge(Place place) {
    boolean whole = keys() & issuer() & source() & expiration() & claims();
    for (int i = 0; i < rule.audiences().size(); i++) {
      goesOut("audiences[" + i + "]", Evidence.TOKENS_UNSEEN.grade());
    }
    algorithms();
    emitted("clockSkew");
    emitted("forward");
    preflight(place);
    goesOut(
        "mode",
        Evidence.ENTERPRISE_SCHEMA.grade(),
        AskedFirst.of(JwtEmitter.ENTERPRISE_PLUGIN + " (1050)", place, stated));
    if (whole) {
      said.forEach(Runnable::run);
    }
    return whole;
  }

  private boolean keys() {
    if (!(rule.jwks() instanceof Jwks.Url)) {
      return refused(
          "jwks",
          "no-inline-keys",
          "0 keys of a policy: the plugin asks an address for keys",
          "Write jwks: {url: ...}.");
    }
    goesOut(
        "jwks",
        Evidence.ENTERPRISE_SCHEMA.grade(),
        List.of(
            stated.looser(
                "keys-cached",
                "1 cache of keys in Kong's store: after a change of the address the keys of the"
                    + " former one count until it is emptied",
                "After a change delete the issuer under /openid-connect/issuers of the Admin"
                    + " API.")));
    return true;
  }

  private boolean issuer() {
    if (!rule.issuer().startsWith("https://") && !rule.issuer().startsWith("http://")) {
      return refused(
          "issuer",
          "issuer-is-no-url",
          "0 issuers that are no URL are taken by the plugin",
          "Verify tokens of this issuer elsewhere.");
    }
    emitted("issuer");
    return true;
  }

  private boolean source() {
    if (!rule.from().equals(USUAL)) {
      return refused(
          "from",
          "bearer-only",
          "1 place, authorization with Bearer: what it reads in others is not said",
          "Leave from out.");
    }
    emitted("from");
    return true;
  }

  private boolean expiration() {
    boolean whole = true;
    if (rule.maxLifetime().isPresent()) {
      whole =
          refused(
              "maxLifetime",
              "no-longest-life",
              "tokens of more than %d s are taken: the plugin compares exp with the clock only"
                  .formatted(rule.maxLifetime().get().toSeconds()),
              "Leave maxLifetime out and have the issuer make shorter ones.");
    } else {
      ledger.withoutMeaning("maxLifetime");
    }
    if (rule.requireExpiration()) {
      return refused(
          "requireExpiration",
          "expiration-not-demanded",
          "tokens without exp: that they are refused is said in 0 places of Kong's documents",
          "Set requireExpiration: false where every token of the issuer expires.");
    }
    goesOut("requireExpiration", Evidence.TOKENS_UNSEEN.grade());
    return whole;
  }

  private boolean claims() {
    boolean whole = true;
    for (int i = 0; i < rule.claims().size(); i++) {
      ClaimRule claim = rule.claims().get(i);
      String field = "claims[" + i + "]";
      if (i >= OpenIdConfig.RULES.size()) {
        whole =
            refused(
                field,
                "three-claims",
                "3 claims are compared, and this is number " + (i + 1),
                "Ask for at most 3 claims.");
      } else if (claim.values().stream().anyMatch(value -> value.contains(" "))) {
        whole =
            refused(
                field,
                "value-with-space",
                "0 values with a space: the plugin takes one for several that must all be there",
                "Use values without spaces.");
      } else {
        goesOut(
            field,
            Evidence.TOKENS_UNSEEN.grade(),
            List.of(
                stated.looser(
                    "words-are-values",
                    "a claim %s of n words counts as a list of n values, any of which will do"
                        .formatted(claim.name()),
                    "Have the issuer write lists.")));
      }
    }
    return whole;
  }

  private void algorithms() {
    int all = SigningAlgorithm.values().length;
    int others = all - rule.algorithms().size();
    for (int i = 0; i < rule.algorithms().size(); i++) {
      goesOut(
          "algorithms[" + i + "]",
          Evidence.ENTERPRISE_SCHEMA.grade(),
          List.of(
              stated.looser(
                  "any-key-of-the-issuer",
                  "%d of %d algorithms are named; the other %d, and EdDSA, are taken too where the"
                          .formatted(rule.algorithms().size(), all, others)
                      + " issuer publishes a key for them; with a shared secret 0",
                  "Have the issuer publish keys of the algorithms named only.")));
    }
  }

  private void preflight(Place place) {
    boolean loose = rule.preflight() == Preflight.PASS && place.takes("OPTIONS");
    goesOut(
        "preflight",
        Evidence.ENTERPRISE_SCHEMA.grade(),
        loose
            ? List.of(
                stated.looser(
                    "every-options-passes",
                    "every OPTIONS request passes without a token, not only those with the 2"
                        + " headers of a preflight, Origin and Access-Control-Request-Method",
                    "Set preflight: check; a cors policy answers preflights before."))
            : List.of());
  }

  private void emitted(String field) {
    goesOut(field, Evidence.ENTERPRISE_SCHEMA.grade());
  }

  private void goesOut(String field, EvidenceGrade evidence) {
    said.add(() -> ledger.emitted(field, evidence));
  }

  private void goesOut(String field, EvidenceGrade evidence, List<Deviation> deviations) {
    said.add(() -> ledger.emitted(field, evidence, deviations));
  }

  private boolean refused(String field, String code, String bound, String remedy) {
    ledger.unsupported(field, Evidence.TOKENS_UNSEEN.grade(), stated.looser(code, bound, remedy));
    return false;
  }
}
