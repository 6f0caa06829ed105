package io.entente.policy.document;

import io.entente.policy.GatewaySecret;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;

/** A secret that the gateway holds. A value that is no name may be the secret: it is not said. */
final class GatewaySecretShape {

  private static final Field<String> NAME =
      Field.required(
          "name",
          TextShape.of(
                  "the name of a secret: a-z, 0-9 and '-', at most 63, starting with a letter",
                  GatewaySecret.NAME_PATTERN,
                  63)
              .unsaid(),
          "Under which name the gateway holds it; never the secret itself.");

  static final Shape<GatewaySecret> SHAPE =
      ObjectShape.of(
          List.of(NAME),
          List.of(),
          read -> new GatewaySecret(read.get(NAME)),
          (secret, out) -> out.put(NAME, secret.name()));

  private GatewaySecretShape() {}
}
