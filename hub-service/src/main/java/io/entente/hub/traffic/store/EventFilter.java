package io.entente.hub.traffic.store;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which single events, beside those of a {@link TrafficFilter}.
 *
 * @param leastStatus of the answer, 0 where there was none
 * @param mostStatus of the answer
 * @param leastDuration of the exchange
 * @param trace W3C trace id that they are part of; of any and of none where empty
 */
public record EventFilter(
    int leastStatus, int mostStatus, Duration leastDuration, Optional<String> trace) {

  public static final EventFilter ALL = new EventFilter(0, 999, Duration.ZERO, Optional.empty());

  private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");

  public EventFilter {
    if (leastStatus < 0 || leastStatus > mostStatus || mostStatus > 999) {
      throw new IllegalArgumentException(
          "status " + leastStatus + " to " + mostStatus + " is no range within 0 to 999");
    }
    if (leastDuration.isNegative()) {
      throw new IllegalArgumentException("least duration " + leastDuration + " is < 0");
    }
    if (trace.isPresent() && !TRACE.matcher(trace.get()).matches()) {
      throw new IllegalArgumentException("trace " + trace.get() + " is not 32 hexadecimal digits");
    }
  }
}
