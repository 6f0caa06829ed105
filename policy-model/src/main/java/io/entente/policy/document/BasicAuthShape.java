package io.entente.policy.document;

import io.entente.policy.ApiKey.Credentials;
import io.entente.policy.BasicAuth;
import io.entente.policy.shape.BooleanShape;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;

/** The member {@code basicAuth}. */
final class BasicAuthShape {

  private static final Field<String> REALM =
      Field.withDefault(
          "realm",
          TextShape.of(
              "letters, digits, blanks inside, and . _ ~ / -, at most 128",
              BasicAuth.REALM_PATTERN,
              128),
          "api",
          "What callers are told they need a password for.");

  private static final Field<Boolean> HIDE_CREDENTIAL =
      Field.withDefault(
          "hideCredential",
          new BooleanShape(),
          true,
          "Whether name and password are taken off before the upstream sees the request.");

  private static final Field<Credentials> CREDENTIALS =
      Field.withDefault(
          "credentials",
          ChoiceShape.lowerCamel(Credentials.class),
          Credentials.VENDOR,
          "Who knows the passwords: the gateway's own store; none is ever made or changed.");

  static final Shape<BasicAuth> SHAPE =
      ObjectShape.of(
          List.of(REALM, HIDE_CREDENTIAL, ApiKeyShape.PREFLIGHT, CREDENTIALS),
          List.of(),
          read ->
              new BasicAuth(
                  read.get(REALM),
                  read.get(HIDE_CREDENTIAL),
                  read.get(ApiKeyShape.PREFLIGHT),
                  read.get(CREDENTIALS)),
          (rule, out) -> {
            out.put(REALM, rule.realm());
            out.put(HIDE_CREDENTIAL, rule.hideCredential());
            out.put(ApiKeyShape.PREFLIGHT, rule.preflight());
            out.put(CREDENTIALS, rule.credentials());
          });

  private BasicAuthShape() {}
}
