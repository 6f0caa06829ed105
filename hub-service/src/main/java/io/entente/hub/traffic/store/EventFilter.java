package io.entente.hub.traffic.store;

import java.time.Duration;

/**
 * Which single events, beside those of a {@link TrafficFilter}.
 *
 * @param leastStatus of the answer, 0 where there was none
 * @param mostStatus of the answer
 * @param leastDuration of the exchange
 */
public record EventFilter(int leastStatus, int mostStatus, Duration leastDuration) {

  public static final EventFilter ALL = new EventFilter(0, 999, Duration.ZERO);

  public EventFilter {
    if (leastStatus < 0 || leastStatus > mostStatus || mostStatus > 999) {
      throw new IllegalArgumentException(
          "status " + leastStatus + " to " + mostStatus + " is no range within 0 to 999");
    }
    if (leastDuration.isNegative()) {
      throw new IllegalArgumentException("least duration " + leastDuration + " is < 0");
    }
  }
}
