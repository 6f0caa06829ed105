package io.entente.simulator.apigee.proxy.limit;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts weights in windows; what is refused is not counted. Any thread. */
public final class QuotaCounter {

  private record Counted(Instant at, long weight) {}

  private final QuotaRule rule;
  private final Deque<Counted> counted = new ArrayDeque<>();
  private Instant end = Instant.MIN;
  private long used;

  public QuotaCounter(QuotaRule rule) {
    this.rule = rule;
  }

  /**
   * Asks for room and takes it.
   *
   * @param count whether the weight is counted
   * @param enforce whether too much is refused
   */
  public synchronized QuotaVerdict take(
      Instant now, long allowed, long weight, boolean count, boolean enforce) {
    boolean rolling = rule.type() == QuotaRule.Type.ROLLINGWINDOW;
    if (rolling) {
      forget(rule.window().back(now));
      end = rule.window().end(now);
    } else if (!now.isBefore(end)) {
      used = 0;
      end = rule.window().end(rule.start(now));
      // A unit that began long ago may be over already when the interval is one of several.
      if (!now.isBefore(end)) {
        end = rule.window().end(now);
      }
    }
    boolean exceeded = used + weight > allowed || !count && used >= allowed;
    if (count && !(exceeded && enforce)) {
      used += weight;
      if (rolling && weight > 0) {
        counted.addLast(new Counted(now, weight));
      }
    }
    return new QuotaVerdict(exceeded, used, end.toEpochMilli());
  }

  private void forget(Instant upTo) {
    while (!counted.isEmpty() && !counted.getFirst().at().isAfter(upTo)) {
      used -= counted.removeFirst().weight();
    }
  }
}
