package io.entente.engine;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import io.entente.policy.EcJwk;
import io.entente.policy.Jwk;
import io.entente.policy.RsaJwk;
import io.entente.policy.SigningAlgorithm;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A signed token (RFC 7515, compact), not yet trusted. */
final class Token {

  /** Longer than any header that gateways take. */
  private static final int LONGEST = 32_768;

  private final JWSObject object;
  private final Claims claims;

  private Token(JWSObject object, Claims claims) {
    this.object = object;
    this.claims = claims;
  }

  /** Empty where it is none, or asks for extensions that nobody here knows. */
  static Optional<Token> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      JWSObject object = JWSObject.parse(text);
      Map<String, Object> payload = object.getPayload().toJSONObject();
      var critical = object.getHeader().getCriticalParams();
      return payload == null || (critical != null && !critical.isEmpty())
          ? Optional.empty()
          : Optional.of(new Token(object, new Claims(new HashMap<>(payload))));
    } catch (ParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  Claims claims() {
    return claims;
  }

  /** How it says that it is signed. */
  String algorithm() {
    return object.getHeader().getAlgorithm().getName();
  }

  /** Whether the key is the one it names, or it names none, and it is signed with it. */
  boolean signedBy(Jwk key) {
    String kid = object.getHeader().getKeyID();
    return (kid == null || kid.equals(key.kid()))
        && Arrays.stream(SigningAlgorithm.values())
            .anyMatch(known -> known.name().equals(algorithm()) && known.takes(key))
        && verified(key);
  }

  private boolean verified(Jwk key) {
    try {
      return object.verify(verifier(key));
    } catch (JOSEException | GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  private static JWSVerifier verifier(Jwk key) throws JOSEException, GeneralSecurityException {
    if (key instanceof RsaJwk rsa) {
      var spec = new RSAPublicKeySpec(number(rsa.n()), number(rsa.e()));
      return new RSASSAVerifier((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec));
    }
    var ec = (EcJwk) key;
    var spec =
        new ECPublicKeySpec(new ECPoint(number(ec.x()), number(ec.y())), ec.crv().parameters());
    return new ECDSAVerifier((ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec));
  }

  private static BigInteger number(String base64url) {
    return new Base64URL(base64url).decodeToBigInteger();
  }
}
