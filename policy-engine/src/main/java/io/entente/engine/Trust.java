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
 * @param tokensByEndpoint what an endpoint that answers says of tokens; of others, that they are
 *     not active
 * @param groupsByCaller which groups of the gateway's a caller of its store is in
 */
public record Trust(
    Map<String, String> callersByApiKey,
    Map<String, List<Jwk>> keysByUrl,
    Map<String, String> callersByPassword,
    Map<String, Map<String, Introspection>> tokensByEndpoint,
    Map<String, List<String>> groupsByCaller) {

  private static final Trust NONE = new Trust(Map.of(), Map.of());

  public Trust {
    callersByApiKey = Map.copyOf(callersByApiKey);
    keysByUrl = Map.copyOf(keysByUrl);
    callersByPassword = Map.copyOf(callersByPassword);
    tokensByEndpoint = Map.copyOf(tokensByEndpoint);
    groupsByCaller = Map.copyOf(groupsByCaller);
  }

  /** Where nobody is in a group. */
  public Trust(
      Map<String, String> callersByApiKey,
      Map<String, List<Jwk>> keysByUrl,
      Map<String, String> callersByPassword,
      Map<String, Map<String, Introspection>> tokensByEndpoint) {
    this(callersByApiKey, keysByUrl, callersByPassword, tokensByEndpoint, Map.of());
  }

  /** Where no endpoint answers. */
  public Trust(
      Map<String, String> callersByApiKey,
      Map<String, List<Jwk>> keysByUrl,
      Map<String, String> callersByPassword) {
    this(callersByApiKey, keysByUrl, callersByPassword, Map.of());
  }

  /** Where nobody has a password and no endpoint answers. */
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

  /** A caller of the gateway's store, with its groups. */
  Identity known(String caller) {
    return new Identity(caller, groupsByCaller.getOrDefault(caller, List.of()));
  }

  /** What the endpoint says of the token; empty where it says nothing. */
  Optional<Introspection> introspected(String endpoint, String token) {
    return Optional.ofNullable(tokensByEndpoint.get(endpoint))
        .flatMap(tokens -> Optional.ofNullable(tokens.get(token)));
  }

  /** Those of the policy, or those of its address. */
  List<Jwk> keys(Jwks jwks) {
    if (jwks instanceof Jwks.Inline inline) {
      return inline.keys();
    }
    return jwks instanceof Jwks.Url url ? keysByUrl.getOrDefault(url.url(), List.of()) : List.of();
  }
}
