package io.entente.policy.document;

import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.shape.ExactlyOne;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import io.entente.policy.shape.Values;
import java.util.List;

/** The keys of an issuer: an address, or the keys themselves. */
final class JwksShape {

  private static final Field<String> URL =
      Field.optional(
          "url",
          TextShape.of(
              "https://host[:port]/path with a host in lower case", Jwks.URL_PATTERN, 1_300),
          "Where the issuer publishes them; over TLS only.");

  static final Field<List<Jwk>> KEYS =
      Field.optional(
          "keys",
          ListShape.distinctBy(JwkShape.SHAPE, 1, "kid", Jwk::kid),
          "The public keys of a JSON Web Key Set (RFC 7517).");

  static final Shape<Jwks> SHAPE =
      ObjectShape.of(
          List.of(URL, KEYS),
          List.of(new ExactlyOne("source of keys", "UNKNOWN_FIELD", List.of("url", "keys"))),
          JwksShape::read,
          JwksShape::write);

  private JwksShape() {}

  private static Jwks read(Values read) {
    return read.find(URL)
        .<Jwks>map(Jwks.Url::new)
        .or(() -> read.find(KEYS).map(Jwks.Inline::new))
        .orElseThrow(() -> new IllegalArgumentException("jwks has neither url nor keys"));
  }

  private static void write(Jwks jwks, ObjectShape.Written out) {
    if (jwks instanceof Jwks.Url url) {
      out.put(URL, url.url());
    } else if (jwks instanceof Jwks.Inline inline) {
      out.put(KEYS, inline.keys());
    }
  }
}
