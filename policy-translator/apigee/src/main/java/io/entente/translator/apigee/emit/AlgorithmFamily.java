package io.entente.translator.apigee.emit;

import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.SigningAlgorithm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Algorithms that one VerifyJWT takes together: those of RSA, or one of an elliptic curve.
 *
 * @param algorithms in the order of the policy
 */
record AlgorithmFamily(List<SigningAlgorithm> algorithms) {

  AlgorithmFamily {
    algorithms = List.copyOf(algorithms);
  }

  static List<AlgorithmFamily> of(Jwt rule) {
    var families = new LinkedHashMap<String, List<SigningAlgorithm>>();
    for (SigningAlgorithm algorithm : rule.algorithms()) {
      String family = algorithm.name().startsWith("ES") ? algorithm.name() : "RSA";
      families.computeIfAbsent(family, f -> new ArrayList<>()).add(algorithm);
    }
    return families.values().stream()
        .map(AlgorithmFamily::new)
        .filter(family -> family.hasKeys(rule.jwks()))
        .toList();
  }

  /** Whether something can be verified with the algorithm. */
  static boolean hasKey(Jwks jwks, SigningAlgorithm algorithm) {
    return !(jwks instanceof Jwks.Inline inline)
        || inline.keys().stream().anyMatch(algorithm::takes);
  }

  /**
   * @param jwks without a key for one of them, it is left out
   */
  String names(Jwks jwks) {
    return algorithms.stream()
        .filter(algorithm -> hasKey(jwks, algorithm))
        .map(SigningAlgorithm::name)
        .collect(Collectors.joining(","));
  }

  /** Where its keys are. */
  XmlDocument keys(Jwks jwks) {
    if (jwks instanceof Jwks.Url url) {
      return XmlDocument.of("JWKS", "uri", url.url());
    }
    return XmlDocument.of("JWKS").text(new Jwks.Inline(takes((Jwks.Inline) jwks)).text());
  }

  private boolean hasKeys(Jwks jwks) {
    return algorithms.stream().anyMatch(algorithm -> hasKey(jwks, algorithm));
  }

  private List<Jwk> takes(Jwks.Inline inline) {
    return inline.keys().stream()
        .filter(key -> algorithms.stream().anyMatch(algorithm -> algorithm.takes(key)))
        .toList();
  }
}
