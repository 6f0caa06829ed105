package io.entente.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Only callers with a token that an issuer signed. One without, or with one that is not valid, is
 * answered 401; one whose token is valid but not for here, by audience or claims, 403.
 *
 * @param issuer who must have issued it
 * @param audiences any of which it must be for; empty for any
 * @param jwks the issuer's keys
 * @param algorithms with which it may be signed; at least one
 * @param clockSkew how far clocks may differ, 0 s to 10 min, whole seconds
 * @param requireExpiration whether it must expire
 * @param maxLifetime how long it may still be valid, 1 s to 365 days, whole seconds; only of tokens
 *     that must expire
 * @param claims that must all hold
 * @param from where it is
 * @param forward whether the upstream sees it
 * @param preflight whether a browser's preflight needs one
 */
public record Jwt(
    String issuer,
    List<String> audiences,
    Jwks jwks,
    List<SigningAlgorithm> algorithms,
    Duration clockSkew,
    boolean requireExpiration,
    Optional<Duration> maxLifetime,
    List<ClaimRule> claims,
    TokenSource from,
    boolean forward,
    Preflight preflight)
    implements PolicyKind {

  /** An issuer, an audience or the name of a claim, in the syntax RE2, ECMA and Java share. */
  public static final String NAME_PATTERN = "[!-~]{1,512}";

  /** The longest clockSkew. */
  public static final Duration WIDEST_SKEW = Duration.ofMinutes(10);

  /** The longest maxLifetime. */
  public static final Duration LONGEST_LIFETIME = Duration.ofDays(365);

  private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

  public Jwt {
    requireName("issuer", issuer);
    audiences.forEach(audience -> requireName("audience", audience));
    distinct("audiences", audiences, Function.identity());
    if (algorithms.isEmpty()) {
      throw new IllegalArgumentException("algorithms is empty: give at least 1");
    }
    distinct("algorithms", algorithms, Function.identity());
    distinct("claims", claims, ClaimRule::name);
    requireWithin("clockSkew", clockSkew, Duration.ZERO, WIDEST_SKEW);
    if (maxLifetime.isPresent()) {
      requireWithin("maxLifetime", maxLifetime.get(), Duration.ofSeconds(1), LONGEST_LIFETIME);
      if (!requireExpiration) {
        throw new IllegalArgumentException(
            "maxLifetime is of tokens that expire: leave requireExpiration true");
      }
    }
    if (jwks instanceof Jwks.Inline inline) {
      requireUse(inline.keys(), algorithms);
    }
    audiences = List.copyOf(audiences);
    algorithms = List.copyOf(algorithms);
    claims = List.copyOf(claims);
  }

  @Override
  public String kindName() {
    return "jwt";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }

  static void requireName(String what, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          what + " '" + name + "' is not visible ASCII of at most 512 characters");
    }
  }

  private static void requireWithin(String what, Duration value, Duration from, Duration to) {
    if (value.compareTo(from) < 0 || value.compareTo(to) > 0 || value.getNano() != 0) {
      throw new IllegalArgumentException(
          what + " " + value + " is not a whole number of seconds in " + from + ".." + to);
    }
  }

  static <T> void distinct(String what, List<T> items, Function<T, ?> key) {
    if (items.stream().map(key).distinct().count() < items.size()) {
      throw new IllegalArgumentException(
          what + " " + items.stream().map(key).toList() + " has one twice");
    }
  }

  /** A key that no algorithm uses is a rule that was meant otherwise. */
  private static void requireUse(List<Jwk> keys, List<SigningAlgorithm> algorithms) {
    for (Jwk key : keys) {
      if (algorithms.stream().noneMatch(algorithm -> algorithm.takes(key))) {
        throw new IllegalArgumentException(
            "none of the algorithms " + algorithms + " can use the key '" + key.kid() + "'");
      }
    }
  }
}
