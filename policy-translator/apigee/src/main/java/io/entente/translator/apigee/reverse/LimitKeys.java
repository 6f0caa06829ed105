package io.entente.translator.apigee.reverse;

import io.entente.policy.LimitKey;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a limit counts apart, from the flow variable of its Identifier. */
final class LimitKeys {

  private static final Pattern HEADER =
      Pattern.compile(
          "request\\.header\\.(?<name>[A-Za-z0-9_-]{1,128})(?<whole>\\.values\\.string)?");
  private static final Set<String> LAST_HOP = Set.of("client.ip", "proxy.client.ip");

  private LimitKeys() {}

  /**
   * @param beyond takes what the variable means beyond the key
   */
  static LimitKey read(PolicyElement policy, SortedMap<String, String> beyond) throws Unsaid {
    Optional<PolicyElement> identifier = policy.child("Identifier");
    if (identifier.isEmpty()) {
      return new LimitKey.Route();
    }
    identifier.get().only(Set.of("ref"), Set.of());
    String variable =
        identifier
            .get()
            .attribute("ref")
            .orElseThrow(() -> new Unsaid("has an Identifier without ref"));
    if (variable.equals("client.resolved.ip")) {
      return new LimitKey.ClientIp();
    }
    if (LAST_HOP.contains(variable)) {
      beyond.put(
          "Identifier",
          "%s is the last system in front of Apigee, which may be a load balancer and not the caller."
              .formatted(variable));
      return new LimitKey.ClientIp();
    }
    Matcher header = HEADER.matcher(variable);
    if (!header.matches()) {
      throw new Unsaid(
          "counts by the flow variable %s, which no policy counts by".formatted(variable));
    }
    beyond.put(
        "Identifier",
        header.group("whole") == null
            ? "Callers whose header differs only after the first comma share a count, and Apigee does"
                + " not say what it counts requests without the header by."
            : "Apigee does not say what it counts requests without the header by.");
    return new LimitKey.Header(header.group("name").toLowerCase(Locale.ROOT));
  }
}
