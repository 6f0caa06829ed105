package io.entente.policy.document;

import io.entente.policy.EcJwk;
import io.entente.policy.EllipticCurve;
import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.RsaJwk;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import io.entente.policy.shape.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/** A public key. A private part is a field that nobody knows, and its value is never repeated. */
final class JwkShape {

  static final Shape<SigningAlgorithm> ALGORITHM =
      choice(SigningAlgorithm.values(), SigningAlgorithm::name);

  static final Field<String> KTY =
      Field.required(
          "kty", ChoiceShape.words("INVALID_VALUE", List.of("RSA", "EC")), "The type of the key.");

  private static final Field<String> KID =
      Field.required(
          "kid",
          TextShape.of(
              "visible ASCII of at most 128 characters without \" and \\", Jwks.KID_PATTERN, 128),
          "The name of the key, by which tokens ask for it.");

  private static final Field<String> USE =
      Field.withDefault(
          "use", ChoiceShape.words("INVALID_VALUE", List.of("sig")), "sig", "For signatures.");

  private static final Field<SigningAlgorithm> ALG =
      Field.optional("alg", ALGORITHM, "The only algorithm the key is for.");

  private static final Field<String> N =
      Field.optional(
          "n",
          TextShape.of("2048 to 8192 bits in base64url", RsaJwk.MODULUS_PATTERN, 1_367).unsaid(),
          "The modulus, of RSA.");

  private static final Field<String> E =
      Field.optional(
          "e",
          TextShape.of("a number in base64url, usually AQAB", RsaJwk.EXPONENT_PATTERN, 4),
          "The exponent, of RSA.");

  private static final Field<EllipticCurve> CRV =
      Field.optional(
          "crv", choice(EllipticCurve.values(), EllipticCurve::text), "The curve, of EC.");

  private static final Field<String> X = coordinate("x");
  private static final Field<String> Y = coordinate("y");

  static final Shape<Jwk> SHAPE =
      ObjectShape.of(
          List.of(KTY, KID, USE, ALG, N, E, CRV, X, Y),
          List.of(
              new KeyPartsRule("RSA", List.of("n", "e"), List.of("crv", "x", "y")),
              new KeyPartsRule("EC", List.of("crv", "x", "y"), List.of("n", "e"))),
          JwkShape::read,
          JwkShape::write);

  private JwkShape() {}

  private static Field<String> coordinate(String name) {
    return Field.optional(
        name,
        TextShape.of(
                "a coordinate of the curve's full length in base64url",
                EcJwk.COORDINATE_PATTERN,
                88)
            .unsaid(),
        "A coordinate, of EC.");
  }

  private static <T> Shape<T> choice(T[] values, Function<T, String> word) {
    var words = new LinkedHashMap<String, T>();
    Arrays.stream(values).forEach(value -> words.put(word.apply(value), value));
    return ChoiceShape.of(words);
  }

  private static Jwk read(Values read) {
    return read.get(KTY).equals("RSA")
        ? new RsaJwk(read.get(KID), read.find(ALG), read.get(N), read.get(E))
        : new EcJwk(read.get(KID), read.find(ALG), read.get(CRV), read.get(X), read.get(Y));
  }

  private static void write(Jwk key, ObjectShape.Written out) {
    out.put(KID, key.kid());
    out.put(USE, "sig");
    key.alg().ifPresent(alg -> out.put(ALG, alg));
    if (key instanceof RsaJwk rsa) {
      out.put(KTY, "RSA");
      out.put(N, rsa.n());
      out.put(E, rsa.e());
    } else if (key instanceof EcJwk ec) {
      out.put(KTY, "EC");
      out.put(CRV, ec.crv());
      out.put(X, ec.x());
      out.put(Y, ec.y());
    }
  }
}
