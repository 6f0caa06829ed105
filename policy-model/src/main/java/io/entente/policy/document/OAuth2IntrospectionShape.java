package io.entente.policy.document;

import io.entente.policy.GatewaySecret;
import io.entente.policy.Jwks;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.shape.BooleanShape;
import io.entente.policy.shape.DurationShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.time.Duration;
import java.util.List;

/** The member {@code oauth2Introspection}. */
final class OAuth2IntrospectionShape {

  private static final Field<String> ENDPOINT =
      Field.required(
          "endpoint",
          TextShape.of(
              "https://host[:port]/path with a host in lower case", Jwks.URL_PATTERN, 1_300),
          "Where the gateway asks for a token (RFC 7662); over TLS only.");

  private static final Field<String> CLIENT_ID =
      Field.required(
          "clientId",
          TextShape.of(
              "letters, digits, '.', '_' and '-', at most 128",
              OAuth2Introspection.CLIENT_PATTERN,
              128),
          "As which client the gateway asks.");

  private static final Field<GatewaySecret> CLIENT_SECRET =
      Field.required(
          "clientSecret", GatewaySecretShape.SHAPE, "The client's secret, held by the gateway.");

  private static final Field<List<String>> SCOPES =
      Field.withDefault(
          "scopes",
          ListShape.distinct(
              TextShape.of(
                  "a scope: visible ASCII without '\"' and '\\', at most 128 characters",
                  OAuth2Introspection.SCOPE_PATTERN,
                  128),
              0),
          List.of(),
          "All of which the token must have; one without is answered 403.");

  private static final Field<List<String>> AUDIENCES =
      Field.withDefault(
          "audiences",
          ListShape.distinct(JwtShape.NAME, 0),
          List.of(),
          "Any of which the token must be for; none means any.");

  private static final Field<Duration> CACHE =
      Field.withDefault(
          "cache",
          DurationShape.fromZeroTo(OAuth2Introspection.LONGEST_CACHE, DurationShape.Unit.SECONDS),
          Duration.ofSeconds(30),
          "How long an answer may be used again, from 0s to 1h: how long a token that was revoked"
              + " may still count.");

  private static final Field<Boolean> FORWARD =
      Field.withDefault("forward", new BooleanShape(), true, "Whether the upstream sees it.");

  static final Shape<OAuth2Introspection> SHAPE =
      ObjectShape.of(
          List.of(
              ENDPOINT,
              CLIENT_ID,
              CLIENT_SECRET,
              SCOPES,
              AUDIENCES,
              CACHE,
              FORWARD,
              ApiKeyShape.PREFLIGHT),
          List.of(),
          read ->
              new OAuth2Introspection(
                  read.get(ENDPOINT),
                  read.get(CLIENT_ID),
                  read.get(CLIENT_SECRET),
                  read.get(SCOPES),
                  read.get(AUDIENCES),
                  read.get(CACHE),
                  read.get(FORWARD),
                  read.get(ApiKeyShape.PREFLIGHT)),
          (rule, out) -> {
            out.put(ENDPOINT, rule.endpoint());
            out.put(CLIENT_ID, rule.clientId());
            out.put(CLIENT_SECRET, rule.clientSecret());
            out.put(SCOPES, rule.scopes());
            out.put(AUDIENCES, rule.audiences());
            out.put(CACHE, rule.cache());
            out.put(FORWARD, rule.forward());
            out.put(ApiKeyShape.PREFLIGHT, rule.preflight());
          });

  private OAuth2IntrospectionShape() {}
}
