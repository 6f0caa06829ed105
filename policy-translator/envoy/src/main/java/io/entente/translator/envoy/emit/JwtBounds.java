package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.policy.TokenSource.Scheme;
import io.entente.translator.Stated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What Envoy does otherwise with tokens than the policy means, in numbers. */
final class JwtBounds {

  private final Stated stated;
  private final Jwt rule;

  JwtBounds(Policy policy, Jwt rule) {
    this.stated = new Stated(policy.id());
    this.rule = rule;
  }

  Deviation fetched(Place place) {
    return stated.looser(
        "keys-fetched",
        ("each of %d nodes fetches the keys every %d s: up to %d s a key that the issuer withdrew"
                + " still counts and one that it added does not; while none could be fetched 0"
                + " tokens count")
            .formatted(place.nodes(), JwtDocument.CACHE.toSeconds(), JwtDocument.CACHE.toSeconds()),
        "Have the issuer add keys before it uses them, or write the keys into the policy.");
  }

  Deviation critical() {
    return stated.different(
        "critical-extension",
        "a token that asks for 1 or more extensions (crit) is answered 403, not 401",
        "None: Envoy reads crit only once the signature is verified.");
  }

  Deviation emptyKid() {
    return stated.looser(
        "empty-kid",
        "a token whose kid is empty text is verified by all keys, not by 0",
        "None: one of the issuer's keys must have signed it all the same.");
  }

  Deviation algorithm() {
    return stated.different(
        "algorithm-status",
        "a token signed by a key of the issuer with another than these %d algorithms is answered"
                .formatted(rule.algorithms().size())
            + " 403, not 401",
        "Write the keys into the policy, so that each has its algorithms.");
  }

  List<Deviation> skew() {
    var found = new ArrayList<Deviation>();
    if (rule.clockSkew().isZero()) {
      found.add(
          stated.looser(
              "least-skew",
              "clocks may differ by 1 s, not 0 s: Envoy takes 0 for its own 60 s",
              "Set clockSkew: 1s or more."));
    }
    found.add(
        stated.looser(
            "whole-seconds",
            ("a token is taken up to 1 s longer than %d s after its exp: Envoy counts whole"
                    + " seconds")
                .formatted(JwtDocument.skew(rule).toSeconds()),
            "Set clockSkew 1 s shorter."));
    return found;
  }

  Deviation lifetime() {
    return stated.looser(
        "whole-seconds",
        "a token may be valid up to 1 s longer than %d s: Envoy counts whole seconds"
            .formatted(rule.maxLifetime().map(Duration::toSeconds).orElse(0L)),
        "Set maxLifetime 1 s shorter.");
  }

  List<Deviation> from() {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.stricter(
            "claim-types",
            "a token is answered 401 where 1 of sub, jti and aud is no text, or 1 of iat, nbf and"
                + " exp is no number of 0 or more",
            "Have the issuer keep to RFC 7519."));
    if (rule.from().scheme() == Scheme.BEARER) {
      found.add(
          stated.stricter(
              "scheme-case",
              "of the spellings of Bearer 1 counts, with a capital B and 1 space",
              "None in Envoy; clients write it so."));
      found.add(
          stated.looser(
              "scheme-anywhere",
              "n > 0 characters of %s before Bearer are skipped; the policy refuses such requests"
                  .formatted(rule.from().header()),
              "None in Envoy; only a valid token counts all the same."));
    }
    return found;
  }

  List<Deviation> forward(Place place) {
    var found = new ArrayList<Deviation>();
    if (rule.forward()) {
      return found;
    }
    String header = rule.from().header();
    if (rule.preflight() == Preflight.PASS) {
      found.add(
          stated.looser(
              "preflight-keeps-token",
              "1 header, %s, of a preflight is forwarded: Envoy looks at no token of a preflight"
                  .formatted(header),
              "None: browsers send no token with a preflight."));
    }
    if (place.keyHeaders().contains(header)) {
      found.add(
          stated.different(
              "key-taken-off",
              "0 requests have the key %s when limits count them: Envoy takes the token off before"
                      .formatted(header)
                  + " its limits",
              "Set forward: true, or count by another key."));
    }
    return found;
  }

  Deviation observed() {
    return stated.different(
        "observe-not-possible",
        "0 tokens are asked for and 0 are reported: Envoy either refuses a token or does not look",
        "Set mode: enforce.");
  }
}
