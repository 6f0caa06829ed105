package io.entente.simulator.apigee.proxy.policy;

import io.entente.simulator.apigee.proxy.xml.Elements;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A VerifyJWT policy as it is written, with the documented defaults.
 *
 * @param source variable with the token; empty for the usual header
 * @param keys the key set itself
 * @param keysRef variable that holds it
 * @param keysAt where it is published
 * @param timeAllowance seconds
 * @param maxLifespan seconds
 */
record VerifyJwtSettings(
    List<String> algorithms,
    Optional<String> source,
    String keys,
    Optional<String> keysRef,
    Optional<String> keysAt,
    Optional<String> issuer,
    Optional<String> subject,
    Optional<String> audience,
    long timeAllowance,
    Optional<Long> maxLifespan,
    boolean ignoreIssuedAt,
    boolean ignoreCritical,
    List<String> knownHeaders) {

  private static final String ALGORITHM = "(RS|PS|ES)(256|384|512)";

  static VerifyJwtSettings read(Element xml) throws BadPolicy {
    List<String> algorithms = list(Elements.text(xml, "Algorithm").orElse(""));
    if (algorithms.isEmpty()) {
      throw new BadPolicy("MissingElementForKeyConfiguration: Algorithm is missing");
    }
    for (String algorithm : algorithms) {
      if (!algorithm.matches(ALGORITHM)) {
        throw new BadPolicy("InvalidAlgorithm: '" + algorithm + "' does not run here");
      }
      // RS and PS have keys of one type, so that they may stand together
      if (algorithm.startsWith("ES") != algorithms.get(0).startsWith("ES")) {
        throw new BadPolicy("InvalidAlgorithm: " + algorithms + " are of several families");
      }
    }
    Element jwks =
        Elements.child(xml, "PublicKey")
            .flatMap(key -> Elements.child(key, "JWKS"))
            .orElseThrow(
                () ->
                    new BadPolicy(
                        "MissingElementForKeyConfiguration: only PublicKey with JWKS runs here"));
    Optional<String> ref = Elements.attribute(jwks, "ref");
    Optional<String> at = Elements.attribute(jwks, "uri");
    String text = Elements.text(jwks);
    if (text.isEmpty() && ref.isEmpty() && at.isEmpty()) {
      throw new BadPolicy("EmptyElementForKeyConfiguration: JWKS is empty");
    }
    Optional<Long> lifespan = Optional.empty();
    Optional<String> longest = Elements.text(xml, "MaxLifespan");
    if (longest.isPresent()) {
      lifespan = Optional.of(seconds("MaxLifespan", longest.get()));
    }
    return new VerifyJwtSettings(
        algorithms,
        Elements.text(xml, "Source"),
        text,
        ref,
        at,
        Elements.text(xml, "Issuer"),
        Elements.text(xml, "Subject"),
        Elements.text(xml, "Audience"),
        seconds("TimeAllowance", Elements.text(xml, "TimeAllowance").orElse("0s")),
        lifespan,
        Elements.truth(xml, "IgnoreIssuedAt", false),
        Elements.truth(xml, "IgnoreCriticalHeaders", false),
        list(Elements.text(xml, "KnownHeaders").orElse("")));
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  /** A number and s, m, h or d. */
  private static long seconds(String element, String text) throws BadPolicy {
    if (!text.matches("[0-9]{1,9}[smhd]")) {
      throw new BadPolicy("InvalidTimeFormat: " + element + " is '" + text + "'");
    }
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> number * 60;
      case 'h' -> number * 3_600;
      case 'd' -> number * 86_400;
      default -> number;
    };
  }
}
