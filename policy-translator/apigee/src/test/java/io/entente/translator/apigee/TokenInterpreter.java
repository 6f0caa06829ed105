package io.entente.translator.apigee;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.translator.apigee.dialect.Trees;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * VerifyJWT as Apigee documents it, by Java's own signatures: no code in common with the engine.
 * Keys at an address are those that a test put there.
 */
final class TokenInterpreter {

  /** Key sets by address. */
  static final Map<String, String> PUBLISHED = new HashMap<>();

  private static final Map<String, String> CURVES =
      Map.of("P-256", "secp256r1", "P-384", "secp384r1", "P-521", "secp521r1");

  private TokenInterpreter() {}

  /** It goes on, whatever it finds. */
  static Optional<Integer> verify(Element policy, Message message) {
    String name = policy.getAttribute("name");
    try {
      Node.Obj claims = verified(policy, message);
      message.assign("jwt." + name + ".valid", "true");
      claims
          .fields()
          .forEach(
              (claim, value) ->
                  message.assign("jwt." + name + ".claim." + variable(claim), text(value)));
    } catch (Invalid | GeneralSecurityException | RuntimeException e) {
      message.assign("jwt." + name + ".valid", "false");
    }
    return Optional.empty();
  }

  private static final class Invalid extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private static Node.Obj verified(Element policy, Message message)
      throws Invalid, GeneralSecurityException {
    String[] parts = token(policy, message).split("\\.", -1);
    require(parts.length == 3);
    Node.Obj header = part(parts[0]);
    String algorithm = Trees.text(header, "alg").orElse("");
    require(Arrays.asList(child(policy, "Algorithm").orElseThrow().split(",")).contains(algorithm));
    require(header.field("crit").isEmpty());
    Node.Obj key = key(policy, Trees.text(header, "kid").orElse(""), algorithm);
    Signature signature = signature(algorithm);
    signature.initVerify(open(key));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    require(signature.verify(Base64.getUrlDecoder().decode(parts[2])));
    Node.Obj claims = part(parts[1]);
    require(Trees.text(claims, "iss").equals(child(policy, "Issuer")));
    Optional<String> audience = child(policy, "Audience");
    require(audience.isEmpty() || has(claims.field("aud").orElse(Node.nothing()), audience.get()));
    times(policy, claims, message.at.getEpochSecond());
    return claims;
  }

  private static void times(Element policy, Node.Obj claims, long now) throws Invalid {
    long skew = seconds(child(policy, "TimeAllowance").orElse("0s"));
    Optional<Long> end = date(claims, "exp");
    require(end.isEmpty() || now < end.get() + skew);
    Optional<Long> begin = date(claims, "nbf");
    require(begin.isEmpty() || now >= begin.get() - skew);
    Optional<Long> issued = date(claims, "iat");
    if (!child(policy, "IgnoreIssuedAt").orElse("false").equals("true")) {
      require(issued.isEmpty() || issued.get() <= now + skew);
    }
    Optional<String> longest = child(policy, "MaxLifespan");
    if (longest.isPresent()) {
      require(issued.isPresent() && end.isPresent());
      require(end.get() - issued.get() <= seconds(longest.get()));
    }
  }

  /** Bearer is taken off where no source is named. */
  private static String token(Element policy, Message message) throws Invalid {
    Optional<String> source = child(policy, "Source");
    if (source.isPresent()) {
      return message.variables().getOrDefault(source.get(), "").strip();
    }
    String value = message.variables().getOrDefault("request.header.authorization", "").strip();
    require(value.toLowerCase(Locale.ROOT).startsWith("bearer "));
    return value.substring(7).strip();
  }

  private static Node.Obj key(Element policy, String kid, String algorithm) throws Invalid {
    Element set =
        Interpreter.children(Interpreter.children(policy, "PublicKey").get(0), "JWKS").get(0);
    String text =
        set.hasAttribute("uri")
            ? PUBLISHED.getOrDefault(set.getAttribute("uri"), "{\"keys\":[]}")
            : Interpreter.text(set);
    Node.Obj keys = (Node.Obj) JsonTree.read(text, TreeLimits.DOCUMENT);
    for (Node.Obj key : Trees.objects(keys, "keys")) {
      boolean fits = Trees.text(key, "alg").map(algorithm::equals).orElse(true);
      if (Trees.text(key, "kid").orElse("").equals(kid) && fits) {
        return key;
      }
    }
    throw new Invalid();
  }

  private static PublicKey open(Node.Obj key) throws GeneralSecurityException {
    if (Trees.text(key, "kty").orElse("").equals("RSA")) {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
    }
    var curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec(CURVES.get(Trees.text(key, "crv").orElse(""))));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(
                new ECPoint(number(key, "x"), number(key, "y")),
                curve.getParameterSpec(ECParameterSpec.class)));
  }

  private static Signature signature(String algorithm) throws GeneralSecurityException {
    String bits = algorithm.substring(2);
    if (algorithm.startsWith("PS")) {
      Signature pss = Signature.getInstance("RSASSA-PSS");
      pss.setParameter(
          new PSSParameterSpec(
              "SHA-" + bits,
              "MGF1",
              new MGF1ParameterSpec("SHA-" + bits),
              Integer.parseInt(bits) / 8,
              1));
      return pss;
    }
    return Signature.getInstance(
        "SHA" + bits + (algorithm.startsWith("RS") ? "withRSA" : "withECDSAinP1363Format"));
  }

  private static boolean has(Node value, String wanted) {
    return value instanceof Node.Arr list
        ? list.items().stream()
            .anyMatch(item -> Trees.text(item).filter(wanted::equals).isPresent())
        : Trees.text(value).filter(wanted::equals).isPresent();
  }

  /** Names of variables of claims that have one of their own. */
  private static String variable(String claim) {
    return switch (claim) {
      case "exp" -> "expiry";
      case "sub" -> "subject";
      default -> claim;
    };
  }

  /** A list is text of its own kind, which equals no value of it. */
  private static String text(Node value) {
    return Trees.text(value).orElseGet(() -> JsonTree.write(value));
  }

  private static Optional<Long> date(Node.Obj claims, String name) throws Invalid {
    Optional<Node> value = claims.field(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    require(value.get() instanceof Node.Value v && v.value() instanceof Scalar.Num);
    return Optional.of(((Scalar.Num) ((Node.Value) value.get()).value()).value().longValue());
  }

  private static long seconds(String text) {
    return Long.parseLong(text.substring(0, text.length() - 1));
  }

  private static Node.Obj part(String text) {
    return (Node.Obj)
        JsonTree.read(
            new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8),
            TreeLimits.DOCUMENT);
  }

  private static BigInteger number(Node.Obj key, String field) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(Trees.text(key, field).orElse("")));
  }

  private static Optional<String> child(Element policy, String name) {
    List<Element> found = Interpreter.children(policy, name);
    return found.stream().findFirst().map(Interpreter::text);
  }

  private static void require(boolean holds) throws Invalid {
    if (!holds) {
      throw new Invalid();
    }
  }
}
