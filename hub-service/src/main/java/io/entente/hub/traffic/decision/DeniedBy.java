package io.entente.hub.traffic.decision;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.PolicyName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gateway's own word says of who refused. Envoy writes the name of the access rule that
 * matched, and rules of ours are called as their policy. No other gateway names one.
 */
final class DeniedBy {

  private static final String ENVOY = "envoy/access-log";
  private static final Pattern RULE =
      Pattern.compile("rbac_access_denied_matched_policy\\[([a-z0-9][a-z0-9.-]{0,252})]");

  private DeniedBy() {}

  /** The name that was said, on a route of ours; whether there is such a policy, others know. */
  static Optional<PolicyName> of(TrafficEvent event) {
    if (event.route().isEmpty() || !event.provenance().filter(ENVOY::equals).isPresent()) {
      return Optional.empty();
    }
    Matcher said = RULE.matcher(event.decision().orElse(""));
    try {
      return said.matches() ? Optional.of(new PolicyName(said.group(1))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
