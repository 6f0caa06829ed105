package io.entente.connector.kong;

/**
 * How much a gateway is asked at once: a limit that halves when the gateway pushes back and grows
 * by one after as many successes as it is wide, and a bucket of calls per second. Pure; the caller
 * gives the time in nanoseconds and guards against concurrent use.
 */
final class Pressure {

  /** What {@link #enter} answers while as many calls are under way as may be. */
  static final long FULL = -1;

  private static final double SECOND = 1e9;

  private final int most;
  private final double perSecond;
  private final double burst;
  private int limit;
  private int underWay;
  private int successes;
  private double tokens;
  private long filledAt;
  private long closedUntil;
  private long lastHalving;

  /**
   * @param most widest limit
   * @param perSecond calls begun in a second; up to a tenth of it at once
   */
  Pressure(int most, double perSecond, long now) {
    this.most = most;
    this.perSecond = perSecond;
    this.burst = Math.max(1, perSecond / 10);
    this.limit = Math.max(1, most / 2);
    this.tokens = burst;
    this.filledAt = now;
    this.closedUntil = now;
    this.lastHalving = now;
  }

  /** Zero: go, and {@link #leave} afterwards. {@link #FULL}, or how long to wait and ask again. */
  long enter(long now) {
    if (underWay >= limit) {
      return FULL;
    }
    if (closedUntil - now > 0) {
      return closedUntil - now;
    }
    tokens = Math.min(burst, tokens + (now - filledAt) / SECOND * perSecond);
    filledAt = now;
    if (tokens < 1) {
      return Math.max(1, (long) Math.ceil((1 - tokens) / perSecond * SECOND));
    }
    tokens--;
    underWay++;
    return 0;
  }

  /** A call ended well. */
  void succeeded() {
    underWay--;
    successes++;
    if (successes >= limit) {
      successes = 0;
      limit = Math.min(most, limit + 1);
    }
  }

  /** A call ended in an answer that says nothing of pressure. */
  void ended() {
    underWay--;
  }

  /**
   * A call was pushed back. Calls that began before the last halving do not halve again.
   *
   * @param wait nanoseconds in which nothing new begins
   */
  void pushedBack(long begunAt, long now, long wait) {
    underWay--;
    successes = 0;
    if (begunAt - lastHalving >= 0) {
      limit = Math.max(1, limit / 2);
      lastHalving = now;
    }
    if (now + wait - closedUntil > 0) {
      closedUntil = now + wait;
    }
  }

  int limit() {
    return limit;
  }
}
