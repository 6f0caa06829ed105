package io.entente.translator.apigee.reverse;

import io.entente.policy.ClaimRule;
import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.Jwt;
import io.entente.policy.PolicyKind;
import io.entente.policy.Preflight;
import io.entente.policy.SigningAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The token rule that Steps of ours came from: parts of it stand in their conditions. */
final class OwnToken {

  private static final Pattern CLAIM =
      Pattern.compile("\\.claim\\.(?<name>[A-Za-z0-9_-]+) = \"(?<value>[^\"]*)\"");

  private final List<OwnStep> steps;
  private final OwnGroup group;
  private final Run onRequest;

  OwnToken(OwnGroup group, Run onRequest) {
    this.steps = group.steps();
    this.group = group;
    this.onRequest = onRequest;
  }

  PolicyKind kind() throws Unsaid {
    var algorithms = new ArrayList<SigningAlgorithm>();
    var keys = new ArrayList<Jwk>();
    Jwt first = verified("tokenx1");
    for (OwnStep step : named("tokenx[0-9]+")) {
      Jwt one = verified(step.what());
      algorithms.addAll(one.algorithms());
      if (one.jwks() instanceof Jwks.Inline inline) {
        keys.addAll(inline.keys());
      }
    }
    var audiences = new ArrayList<String>();
    for (OwnStep step : named("for[0-9]+x1")) {
      audiences.addAll(verified(step.what()).audiences());
    }
    var claims = new ArrayList<ClaimRule>();
    for (OwnStep step : named("lacking[0-9]+")) {
      claims.add(claim(condition(step)));
    }
    boolean expires =
        named("tokenless").stream().anyMatch(s -> condition(s).contains(".claim.expiry"));
    boolean passes =
        named("tokenless").stream().anyMatch(s -> condition(s).contains("\"OPTIONS\""));
    return Meaning.of(
            () ->
                new Jwt(
                    first.issuer(),
                    audiences,
                    keys.isEmpty() ? first.jwks() : new Jwks.Inline(keys),
                    algorithms,
                    first.clockSkew(),
                    expires,
                    first.maxLifetime(),
                    claims,
                    first.from(),
                    named("tokenhidden").isEmpty(),
                    passes ? Preflight.PASS : Preflight.CHECK),
            new TreeMap<>())
        .kind();
  }

  private Jwt verified(String what) throws Unsaid {
    return (Jwt) new VerifyJwtReader().read(group.policy(what), onRequest).kind();
  }

  private List<OwnStep> named(String pattern) {
    return steps.stream().filter(step -> step.what().matches(pattern)).toList();
  }

  private static String condition(OwnStep step) {
    return step.run().condition().orElse("");
  }

  /** Written once for every family of algorithms. */
  private static ClaimRule claim(String condition) throws Unsaid {
    var values = new ArrayList<String>();
    String name = "";
    Matcher claim = CLAIM.matcher(condition);
    while (claim.find()) {
      name = claim.group("name");
      if (!values.contains(claim.group("value"))) {
        values.add(claim.group("value"));
      }
    }
    try {
      return new ClaimRule(name, values);
    } catch (IllegalArgumentException e) {
      throw new Unsaid("has a condition that names no claim");
    }
  }
}
