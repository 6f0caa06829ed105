package io.entente.connector.apigee;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Lets calls to one organisation through at a steady rate, bursts of one second allowed. All
 * connectors of this process that speak with the organisation share one, so that several
 * environments together keep to its quota. Safe between threads.
 */
final class TokenBucket {

  private static final Map<String, TokenBucket> SHARED = new ConcurrentHashMap<>();

  private double perSecond;
  private double tokens;
  private long filledAt;
  private long heldUntil;

  TokenBucket(double perSecond) {
    this.perSecond = perSecond;
    this.tokens = Math.max(1, perSecond);
    this.filledAt = System.nanoTime();
    this.heldUntil = filledAt;
  }

  /** The organisation's; where two gateways say different rates the lower one counts. */
  static TokenBucket of(URI endpoint, String organization, double perSecond) {
    var bucket =
        SHARED.computeIfAbsent(endpoint + " " + organization, key -> new TokenBucket(perSecond));
    bucket.atMost(perSecond);
    return bucket;
  }

  /** Waits until a call may begin. */
  void take() throws InterruptedException {
    for (long wait = wanted(); wait > 0; wait = wanted()) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
  }

  /** Nobody begins a call for so long: Google asked for it. */
  synchronized void hold(Duration pause) {
    heldUntil = Math.max(heldUntil, System.nanoTime() + pause.toNanos());
  }

  private synchronized void atMost(double rate) {
    perSecond = Math.min(perSecond, rate);
  }

  /** Takes a token and answers 0, or says how long to wait. */
  private synchronized long wanted() {
    long now = System.nanoTime();
    if (now - heldUntil < 0) {
      return heldUntil - now;
    }
    tokens = Math.min(Math.max(1, perSecond), tokens + (now - filledAt) / 1e9 * perSecond);
    filledAt = now;
    if (tokens >= 1) {
      tokens -= 1;
      return 0;
    }
    return Math.max(1, (long) ((1 - tokens) / perSecond * 1e9));
  }
}
