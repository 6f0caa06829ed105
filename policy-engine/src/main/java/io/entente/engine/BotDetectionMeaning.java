package io.entente.engine;

import com.google.re2j.Pattern;
import io.entente.policy.BotDetection;
import io.entente.policy.BotDetection.OnMissing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a caller calls itself. Several headers are one, joined by commas, empty ones left out; where
 * all are empty the text is. Who is allowed is not denied.
 */
final class BotDetectionMeaning {

  private BotDetectionMeaning() {}

  /** The rule that refuses the request; empty when it may pass. */
  static Optional<String> refusedBy(BotDetection rule, Exchange exchange) {
    List<String> agents = exchange.requestHeaders().get("user-agent");
    if (agents.isEmpty()) {
      return rule.onMissing() == OnMissing.DENY
          ? Optional.of("botDetection.onMissing")
          : Optional.empty();
    }
    String agent = agents.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(","));
    return any(rule.deny(), agent) && !any(rule.allow(), agent)
        ? Optional.of("botDetection.deny")
        : Optional.empty();
  }

  private static boolean any(List<String> patterns, String agent) {
    return patterns.stream().anyMatch(pattern -> Pattern.compile(pattern).matcher(agent).find());
  }
}
