package io.entente.policy.document;

import io.entente.policy.ApiKey;
import io.entente.policy.ApiKey.Credentials;
import io.entente.policy.ApiKey.In;
import io.entente.policy.Preflight;
import io.entente.policy.shape.BooleanShape;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;

/** The member {@code apiKey}. */
final class ApiKeyShape {

  static final Field<In> IN =
      Field.withDefault("in", ChoiceShape.lowerCamel(In.class), In.HEADER, "Where the key is.");

  static final Field<String> NAME =
      Field.withDefault(
          "name",
          TextShape.of(
              "letters, digits, - and _, at most 128; that of a header in lower case",
              ApiKey.NAME_PATTERN,
              128),
          "x-api-key",
          "The header, in lower case, or the parameter of the query that holds the key.");

  private static final Field<Boolean> HIDE_CREDENTIAL =
      Field.withDefault(
          "hideCredential",
          new BooleanShape(),
          true,
          "Whether the key is taken off before the upstream sees the request.");

  static final Field<Preflight> PREFLIGHT =
      Field.withDefault(
          "preflight",
          ChoiceShape.lowerCamel(Preflight.class),
          Preflight.CHECK,
          "Whether a browser's preflight, which never carries credentials, needs them too.");

  private static final Field<Credentials> CREDENTIALS =
      Field.withDefault(
          "credentials",
          ChoiceShape.lowerCamel(Credentials.class),
          Credentials.VENDOR,
          "Who knows the keys: the gateway's own store; none is ever made or changed.");

  static final Shape<ApiKey> SHAPE =
      ObjectShape.of(
          List.of(IN, NAME, HIDE_CREDENTIAL, PREFLIGHT, CREDENTIALS),
          List.of(new KeyHeaderRule()),
          read ->
              new ApiKey(
                  read.get(IN),
                  read.get(NAME),
                  read.get(HIDE_CREDENTIAL),
                  read.get(PREFLIGHT),
                  read.get(CREDENTIALS)),
          (rule, out) -> {
            out.put(IN, rule.in());
            out.put(NAME, rule.name());
            out.put(HIDE_CREDENTIAL, rule.hideCredential());
            out.put(PREFLIGHT, rule.preflight());
            out.put(CREDENTIALS, rule.credentials());
          });

  private ApiKeyShape() {}
}
