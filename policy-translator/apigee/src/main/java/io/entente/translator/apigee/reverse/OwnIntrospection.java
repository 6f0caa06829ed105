package io.entente.translator.apigee.reverse;

import io.entente.policy.GatewaySecret;
import io.entente.policy.OAuth2Introspection;
import io.entente.policy.PolicyKind;
import io.entente.policy.Preflight;
import io.entente.translator.apigee.emit.ScopePattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rule that Steps of ours which ask for a token came from. */
final class OwnIntrospection {

  private static final Pattern SCOPE = Pattern.compile("\\.scope JavaRegex \"(?<value>[^\"]*)\"");
  private static final Pattern AUDIENCE = Pattern.compile("\\.aud = \"(?<value>[^\"]*)\"");

  private final OwnGroup group;

  OwnIntrospection(OwnGroup group) {
    this.group = group;
  }

  PolicyKind kind() throws Unsaid {
    String endpoint = at(group.policy("introask"), "HTTPTargetConnection", "URL");
    String secret = at(group.policy("introsecret"), "Get", "Key", "Parameter");
    String pair = at(group.policy("introready"), "AssignVariable", "Template");
    long kept =
        stands("introkeep")
            ? PolicyElement.number(
                "TimeoutInSec", at(group.policy("introkeep"), "ExpirySettings", "TimeoutInSec"))
            : 0;
    var scopes = new ArrayList<String>();
    values("introscope", SCOPE).forEach(pattern -> scopes.add(ScopePattern.word(pattern)));
    boolean passes = condition("introless").contains("\"OPTIONS\"");
    return Meaning.of(
            () ->
                new OAuth2Introspection(
                    endpoint,
                    pair.split(":", 2)[0],
                    new GatewaySecret(secret),
                    scopes,
                    values("introelsewhere", AUDIENCE),
                    Duration.ofSeconds(kept),
                    !stands("introhidden"),
                    passes ? Preflight.PASS : Preflight.CHECK),
            new TreeMap<>())
        .kind();
  }

  private static String at(PolicyElement policy, String... path) throws Unsaid {
    PolicyElement element = policy;
    for (String name : path) {
      Optional<PolicyElement> child = element.child(name);
      element = child.orElseThrow(() -> new Unsaid("is ours, and has no " + name + " any more"));
    }
    return element.text();
  }

  private boolean stands(String what) {
    return group.steps().stream().anyMatch(step -> step.what().equals(what));
  }

  private String condition(String what) {
    return group.steps().stream()
        .filter(step -> step.what().equals(what))
        .findFirst()
        .flatMap(step -> step.run().condition())
        .orElse("");
  }

  private List<String> values(String what, Pattern pattern) {
    var values = new LinkedHashSet<String>();
    Matcher matcher = pattern.matcher(condition(what));
    while (matcher.find()) {
      values.add(matcher.group("value"));
    }
    return List.copyOf(values);
  }
}
