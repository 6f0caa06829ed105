package io.entente.simulator.apigee.api;

import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Calls a minute an organisation may get. Any thread. */
public final class Quota {

  private static final long MINUTE = 60_000;

  private final InstantSource clock;
  private final int perMinute;
  private final Map<String, Integer> calls = new HashMap<>();
  private long minute;

  public Quota(InstantSource clock, int perMinute) {
    this.clock = clock;
    this.perMinute = perMinute;
  }

  /**
   * Counts one call.
   *
   * @throws Refusal 429
   */
  synchronized void take(String organization) {
    long now = clock.millis() / MINUTE;
    if (now != minute) {
      minute = now;
      calls.clear();
    }
    if (calls.merge(organization, 1, Integer::sum) > perMinute) {
      throw Refusal.reason(
          Code.RESOURCE_EXHAUSTED,
          "Quota exceeded for quota metric 'Apigee API calls' and limit 'Apigee API calls per"
              + " minute' of service 'apigee.googleapis.com' for consumer '"
              + organization
              + "'.",
          "RATE_LIMIT_EXCEEDED");
    }
  }
}
