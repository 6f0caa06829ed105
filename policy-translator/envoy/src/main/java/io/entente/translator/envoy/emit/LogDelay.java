package io.entente.translator.envoy.emit;

import io.entente.model.identity.PolicyVersion;
import io.entente.policy.Policy;
import io.entente.policy.TrafficLog;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * How long the one access logger of the listener may hold events back, and whether it says more
 * with them.
 *
 * @param least the least that any policy of any route allows
 * @param setBy the policies that allow no more; none when no policy says anything
 * @param told whether some route says what is to be kept of its exchanges
 */
public record LogDelay(Duration least, List<PolicyVersion> setBy, boolean told) {

  /** Where no policy says anything: events of exchanges are wanted all the same. */
  private static final Duration UNASKED = Duration.ofMillis(200);

  public LogDelay {
    setBy = List.copyOf(setBy);
  }

  /**
   * @param policies all that hold on any route of the gateway, of every kind
   */
  public static LogDelay of(List<Policy> policies) {
    var logs =
        policies.stream().filter(p -> p.spec().kind() instanceof TrafficLog).distinct().toList();
    Duration least =
        logs.stream().map(LogDelay::maxDelay).min(Comparator.naturalOrder()).orElse(UNASKED);
    return new LogDelay(
        least,
        logs.stream()
            .filter(policy -> maxDelay(policy).equals(least))
            .map(Policy::id)
            .sorted()
            .toList(),
        false);
  }

  /** The same, with whether some route has something to say. */
  public LogDelay telling(boolean told) {
    return new LogDelay(least, setBy, told);
  }

  static Duration maxDelay(Policy policy) {
    return ((TrafficLog) policy.spec().kind()).maxDelay();
  }
}
