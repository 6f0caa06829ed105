package io.entente.translator.apigee.reverse;

import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.TokenSource;
import io.entente.policy.TokenSource.Scheme;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** VerifyJWT of signed tokens: {@code jwt} that the upstream sees, for every request. */
final class VerifyJwtReader implements PolicyReader {

  private static final Pattern SOURCE =
      Pattern.compile("request\\.header\\.(?<name>[A-Za-z0-9_-]{1,128})(?:\\.values\\.string)?");
  private static final Pattern SPAN = Pattern.compile("(?<n>[0-9]{1,9})(?<unit>[smhd])");

  @Override
  public String type() {
    return "VerifyJWT";
  }

  @Override
  public Meaning read(PolicyElement policy, Run run) throws Unsaid {
    Steps.requireRequest(run);
    policy.only(
        Steps.ATTRIBUTES,
        Steps.children(
            "Type",
            "Algorithm",
            "Source",
            "IgnoreUnresolvedVariables",
            "PublicKey",
            "Issuer",
            "Audience",
            "TimeAllowance",
            "MaxLifespan",
            "IgnoreIssuedAt",
            "IgnoreCriticalHeaders"));
    if (policy.flag("IgnoreCriticalHeaders", false)) {
      throw new Unsaid("takes tokens with extensions that nobody knows");
    }
    var beyond = new TreeMap<String, String>();
    String issuer =
        policy
            .value("Issuer")
            .orElseThrow(() -> new Unsaid("takes tokens of any issuer; jwt names one"));
    List<String> audiences = policy.value("Audience").stream().toList();
    if (!audiences.isEmpty()) {
      beyond.put("Audience", "A token for others is answered 401, not 403.");
    }
    List<SigningAlgorithm> algorithms = algorithms(policy);
    Jwks jwks = keys(policy);
    Duration skew = span("TimeAllowance", policy.value("TimeAllowance").orElse("0s"));
    Optional<Duration> longest = Optional.empty();
    Optional<String> lifespan = policy.value("MaxLifespan");
    if (lifespan.isPresent()) {
      longest = Optional.of(span("MaxLifespan", lifespan.get()));
      beyond.put("MaxLifespan", "It is counted from the date of issue, not from now.");
    } else if (!policy.flag("IgnoreIssuedAt", false)) {
      beyond.put("IgnoreIssuedAt", "Tokens that were issued in the future are refused too.");
    }
    TokenSource from = source(policy);
    Optional<Duration> most = longest;
    return Meaning.of(
        () ->
            new Jwt(
                issuer,
                audiences,
                jwks,
                algorithms,
                skew,
                most.isPresent(),
                most,
                List.of(),
                from,
                true,
                Preflight.CHECK),
        beyond);
  }

  private static List<SigningAlgorithm> algorithms(PolicyElement policy) throws Unsaid {
    String text = policy.value("Algorithm").orElseThrow(() -> new Unsaid("has no Algorithm"));
    var algorithms = new ArrayList<SigningAlgorithm>();
    for (String name : text.split(",", -1)) {
      try {
        algorithms.add(SigningAlgorithm.valueOf(name.strip()));
      } catch (IllegalArgumentException e) {
        throw new Unsaid("takes tokens signed with %s, which jwt does not".formatted(name.strip()));
      }
    }
    return algorithms;
  }

  private static Jwks keys(PolicyElement policy) throws Unsaid {
    PolicyElement key = policy.child("PublicKey").orElseThrow(() -> new Unsaid("has no PublicKey"));
    key.only(Set.of(), Set.of("JWKS"));
    PolicyElement set = key.child("JWKS").orElseThrow(() -> new Unsaid("has no JWKS"));
    set.only(Set.of("uri"), Set.of());
    Optional<String> uri = set.attribute("uri");
    try {
      if (uri.isPresent()) {
        return new Jwks.Url(uri.get());
      }
      List<Jwk> keys = KeySet.read(set.text());
      return new Jwks.Inline(keys);
    } catch (IllegalArgumentException e) {
      throw new Unsaid("has keys that no policy may have: " + e.getMessage());
    }
  }

  private static Duration span(String what, String text) throws Unsaid {
    Matcher span = SPAN.matcher(text);
    if (!span.matches()) {
      throw new Unsaid("has %s '%s', which is no time".formatted(what, text));
    }
    long n = Long.parseLong(span.group("n"));
    return switch (span.group("unit")) {
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  private static TokenSource source(PolicyElement policy) throws Unsaid {
    Optional<String> variable = policy.value("Source");
    if (variable.isEmpty()) {
      return new TokenSource("authorization", Scheme.BEARER);
    }
    Matcher header = SOURCE.matcher(variable.get());
    if (!header.matches()) {
      throw new Unsaid(
          "takes the token from the flow variable %s, where jwt looks for none"
              .formatted(variable.get()));
    }
    try {
      return new TokenSource(header.group("name").toLowerCase(Locale.ROOT), Scheme.NONE);
    } catch (IllegalArgumentException e) {
      throw new Unsaid("is outside of what a policy may say: " + e.getMessage());
    }
  }
}
