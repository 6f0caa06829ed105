package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.ClaimRule;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a token rule loses on Apigee, or cannot say there. */
final class JwtBounds {

  /** How long Apigee is known to keep the keys of an address, in seconds. */
  private static final int KEPT = 300;

  private static final Pattern VARIABLE_PART = Pattern.compile("[A-Za-z0-9_-]+");

  /** Claims that Apigee has under other names, or as other types. */
  private static final List<String> OTHERWISE =
      List.of(
          "sub",
          "iat",
          "jti",
          "kid",
          "audience",
          "expiry",
          "issuer",
          "notbefore",
          "issuedat",
          "subject");

  private final Jwt rule;
  private final Stated stated;

  JwtBounds(Jwt rule, Stated stated) {
    this.rule = rule;
    this.stated = stated;
  }

  /** Why a text cannot be written; empty when it can. */
  Optional<Deviation> unwritable(String what, String text) {
    return text.contains("{") || text.contains("}")
        ? Optional.of(
            stated.different(
                "a-template",
                "0 braces are written in the %s: Apigee takes them for the name of a variable"
                    .formatted(what),
                "Leave the policy to another gateway."))
        : Optional.empty();
  }

  Optional<Deviation> unwritable(ClaimRule claim) {
    if (!VARIABLE_PART.matcher(claim.name()).matches() || OTHERWISE.contains(claim.name())) {
      return Optional.of(
          stated.different(
              "not-a-variable",
              "0 flow variables of this name hold the claim %s as the token says it"
                  .formatted(claim.name()),
              "Have the issuer write it into a claim of other letters."));
    }
    return claim.values().stream().anyMatch(v -> v.contains("\"") || v.contains("\\"))
        ? Optional.of(
            stated.different(
                "not-a-literal",
                "0 quotes and backslashes are written in a literal of a condition (claim %s)"
                    .formatted(claim.name()),
                "Use another value."))
        : Optional.empty();
  }

  Deviation fromElsewhere() {
    return stated.different(
        "bearer-elsewhere",
        "Bearer is taken off 1 header, authorization, and off 0 others (%s)"
            .formatted(rule.from().header()),
        "Write scheme: none, or use the header authorization.");
  }

  List<Deviation> jwks() {
    var found = new ArrayList<Deviation>();
    found.add(
        stated.stricter(
            "key-unnamed",
            "tokens that name 0 keys (no kid) are answered 401: Apigee looks a key up by its name",
            "Have the issuer write the kid."));
    if (rule.jwks() instanceof Jwks.Url) {
      found.add(
          stated.looser(
              "keys-kept",
              "a key that the issuer takes back counts for about %d s more, as long as Apigee keeps the keys"
                  .formatted(KEPT),
              "Write the keys into the policy, and change them there."));
    }
    return found;
  }

  List<Deviation> maxLifetime() {
    var found = new ArrayList<Deviation>();
    rule.maxLifetime()
        .ifPresent(
            longest -> {
              found.add(
                  stated.stricter(
                      "from-issue",
                      "%d s are counted from the token's iat, not from now; a token without iat, or of the future, is answered 401"
                          .formatted(longest.toSeconds()),
                      "None needed where tokens are issued for no longer."));
              if (!rule.clockSkew().isZero()) {
                found.add(
                    stated.looser(
                        "skewed-issue",
                        "up to %d s, not %d s: an iat may lie %d s in the future"
                            .formatted(
                                longest.plus(rule.clockSkew()).toSeconds(),
                                longest.toSeconds(),
                                rule.clockSkew().toSeconds()),
                        "Write a smaller clockSkew."));
              }
            });
    return found;
  }

  List<Deviation> claim(ClaimRule claim) {
    return List.of(
        stated.stricter(
            "claim-list",
            "a claim %s that is a list is 1 text to Apigee, and none of the %d values: it is answered 403"
                .formatted(claim.name(), claim.values().size()),
            "Have the issuer write the claim as text."),
        stated.looser(
            "claim-as-text",
            "a claim %s that is a number or true counts as the text of it, 1 more way to hold"
                .formatted(claim.name()),
            "None needed where the issuer writes text."));
  }
}
