package io.entente.policy.document;

import io.entente.policy.ClaimRule;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.policy.shape.BooleanShape;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.time.Duration;
import java.util.List;

/** The member {@code jwt}. */
final class JwtShape {

  /** An issuer, an audience, the name of a claim. */
  static final TextShape NAME =
      TextShape.of("visible ASCII of at most 512 characters", Jwt.NAME_PATTERN, 512);

  private static final Field<String> ISSUER =
      Field.required("issuer", NAME, "Who must have issued the token: its claim iss.");

  private static final Field<List<String>> AUDIENCES =
      Field.withDefault(
          "audiences",
          ListShape.distinct(NAME, 0),
          List.of(),
          "Any of which the token must be for; none means any.");

  static final Field<Jwks> JWKS =
      Field.required("jwks", JwksShape.SHAPE, "The keys that the issuer signs with.");

  static final Field<List<SigningAlgorithm>> ALGORITHMS =
      Field.required(
          "algorithms",
          ListShape.distinct(JwkShape.ALGORITHM, 1),
          "How the token may be signed; those with a shared secret are not offered.");

  private static final Field<Duration> CLOCK_SKEW =
      Field.withDefault(
          "clockSkew",
          DurationShape.fromZeroTo(Jwt.WIDEST_SKEW, DurationShape.Unit.SECONDS),
          Duration.ZERO,
          "How far the clocks of issuer and gateway may differ, from 0s to 10m.");

  static final Field<Boolean> REQUIRE_EXPIRATION =
      Field.withDefault(
          "requireExpiration", new BooleanShape(), true, "Whether the token must expire.");

  private static final Field<Duration> MAX_LIFETIME =
      Field.optional(
          "maxLifetime",
          DurationShape.upTo(Jwt.LONGEST_LIFETIME, DurationShape.Unit.SECONDS),
          "How long the token may still be valid when it arrives, from 1s to 365d.");

  private static final Field<List<ClaimRule>> CLAIMS =
      Field.withDefault(
          "claims",
          ListShape.distinctBy(ClaimRuleShape.SHAPE, 0, "name", ClaimRule::name),
          List.of(),
          "Claims that must all hold; a token without is answered 403.");

  private static final Field<TokenSource> FROM =
      Field.withDefault(
          "from", TokenSourceShape.SHAPE, TokenSourceShape.USUAL, "Where the token is.");

  private static final Field<Boolean> FORWARD =
      Field.withDefault("forward", new BooleanShape(), true, "Whether the upstream sees it.");

  static final Shape<Jwt> SHAPE =
      ObjectShape.of(
          List.of(
              ISSUER,
              AUDIENCES,
              JWKS,
              ALGORITHMS,
              CLOCK_SKEW,
              REQUIRE_EXPIRATION,
              MAX_LIFETIME,
              CLAIMS,
              FROM,
              FORWARD,
              ApiKeyShape.PREFLIGHT),
          List.of(new LifetimeRule(), new UsableKeysRule()),
          read ->
              new Jwt(
                  read.get(ISSUER),
                  read.get(AUDIENCES),
                  read.get(JWKS),
                  read.get(ALGORITHMS),
                  read.get(CLOCK_SKEW),
                  read.get(REQUIRE_EXPIRATION),
                  read.find(MAX_LIFETIME),
                  read.get(CLAIMS),
                  read.get(FROM),
                  read.get(FORWARD),
                  read.get(ApiKeyShape.PREFLIGHT)),
          JwtShape::write);

  private JwtShape() {}

  private static void write(Jwt rule, ObjectShape.Written out) {
    out.put(ISSUER, rule.issuer());
    out.put(AUDIENCES, rule.audiences());
    out.put(JWKS, rule.jwks());
    out.put(ALGORITHMS, rule.algorithms());
    out.put(CLOCK_SKEW, rule.clockSkew());
    out.put(REQUIRE_EXPIRATION, rule.requireExpiration());
    rule.maxLifetime().ifPresent(longest -> out.put(MAX_LIFETIME, longest));
    out.put(CLAIMS, rule.claims());
    out.put(FROM, rule.from());
    out.put(FORWARD, rule.forward());
    out.put(ApiKeyShape.PREFLIGHT, rule.preflight());
  }
}
