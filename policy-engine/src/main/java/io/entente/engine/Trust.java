package io.entente.engine;

import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * By what callers are known, beyond what the policies themselves say. What is not in it is not
 * trusted.
 *
 * @param callersByApiKey who holds a key of the gateway's store
 * @param keysByUrl which keys an issuer publishes at an address
 * @param callersByPassword whose {@code name:password} of the gateway's store it is
 */
public record Trust(
    Map<String, String> callersByApiKey,
    Map<String, List<Jwk>> keysByUrl,
    Map<String, String> callersByPassword) {

  private static final Trust NONE = new Trust(Map.of(), Map.of());

  public Trust {
    callersByApiKey = Map.copyOf(callersByApiKey);
    keysByUrl = Map.copyOf(keysByUrl);
    callersByPassword = Map.copyOf(callersByPassword);
  }

  /** Where nobody has a password. */
  public Trust(Map<String, String> callersByApiKey, Map<String, List<Jwk>> keysByUrl) {
    this(callersByApiKey, keysByUrl, Map.of());
  }

  /** Of nobody. */
  public static Trust none() {
    return NONE;
  }

  Optional<String> caller(String apiKey) {
    return Optional.ofNullable(callersByApiKey.get(apiKey));
  }

  Optional<String> callerByPassword(String pair) {
    return Optional.ofNullable(callersByPassword.get(pair));
  }

  /** Those of the policy, or those of its address. */
  List<Jwk> keys(Jwks jwks) {
    if (jwks instanceof Jwks.Inline inline) {
      return inline.keys();
    }
    return jwks instanceof Jwks.Url url ? keysByUrl.getOrDefault(url.url(), List.of()) : List.of();
  }
}
