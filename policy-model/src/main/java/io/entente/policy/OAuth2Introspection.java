package io.entente.policy;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Only callers with a token that its issuer, asked for it (RFC 7662), says is active. One without,
 * with one that is not, or while the issuer does not answer, is answered 401; one whose token is
 * active but not for here, by scope or audience, 403.
 *
 * @param endpoint where the gateway asks; over TLS only
 * @param clientId as whom it asks
 * @param clientSecret with what it proves that; held by the gateway
 * @param scopes all of which the token must have; empty for none
 * @param audiences any of which it must be for; empty for any
 * @param cache how long an answer may be used again, 0 s to 1 h, whole seconds: how long a token
 *     that was revoked may still count
 * @param forward whether the upstream sees the token
 * @param preflight whether a browser's preflight needs one
 */
public record OAuth2Introspection(
    String endpoint,
    String clientId,
    GatewaySecret clientSecret,
    List<String> scopes,
    List<String> audiences,
    Duration cache,
    boolean forward,
    Preflight preflight)
    implements PolicyKind {

  /**
   * A client, of characters that every way of writing credentials leaves as they are; in the syntax
   * RE2, ECMA and Java share.
   */
  public static final String CLIENT_PATTERN = "[A-Za-z0-9._-]{1,128}";

  /** A scope as RFC 6749 has it, in the syntax RE2, ECMA and Java share. */
  public static final String SCOPE_PATTERN = "[!#-\\[\\]-~]{1,128}";

  /** The longest cache. */
  public static final Duration LONGEST_CACHE = Duration.ofHours(1);

  private static final Pattern ENDPOINT = Pattern.compile(Jwks.URL_PATTERN);
  private static final Pattern CLIENT = Pattern.compile(CLIENT_PATTERN);
  private static final Pattern SCOPE = Pattern.compile(SCOPE_PATTERN);

  public OAuth2Introspection {
    require("endpoint", endpoint, ENDPOINT, "https://host[:port]/path with a host in lower case");
    require("clientId", clientId, CLIENT, CLIENT_PATTERN);
    scopes.forEach(scope -> require("scope", scope, SCOPE, SCOPE_PATTERN));
    Jwt.distinct("scopes", scopes, Function.identity());
    audiences.forEach(audience -> Jwt.requireName("audience", audience));
    Jwt.distinct("audiences", audiences, Function.identity());
    if (cache.isNegative() || cache.compareTo(LONGEST_CACHE) > 0 || cache.getNano() != 0) {
      throw new IllegalArgumentException(
          "cache " + cache + " is not a whole number of seconds in 0s.." + LONGEST_CACHE);
    }
    scopes = List.copyOf(scopes);
    audiences = List.copyOf(audiences);
  }

  @Override
  public String kindName() {
    return "oauth2Introspection";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }

  private static void require(String what, String value, Pattern pattern, String valid) {
    if (!pattern.matcher(value).matches()) {
      throw new IllegalArgumentException(what + " '" + value + "' is not " + valid);
    }
  }
}
