package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Policy;
import io.entente.policy.RateLimit;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** What the window of a rate limit loses on Apigee, with the arithmetic. */
final class RateLimitBounds {

  private final RateLimit limit;
  private final Place place;
  private final Stated stated;

  RateLimitBounds(Policy policy, Place place) {
    this.limit = RateLimitEmitter.limit(policy);
    this.place = place;
    this.stated = new Stated(policy.id());
  }

  List<Deviation> rolling() {
    long n = limit.requests();
    var found = new ArrayList<Deviation>();
    found.add(
        stated.looser(
            "window-grain",
            "a rolling window of %s whose grain Apigee does not document; at worst, were it the whole window, 2 x %d = %d requests within %s"
                .formatted(window(), n, 2 * n, window()),
            "A shorter window with fewer requests makes the burst smaller."));
    if (place.instances() > 1) {
      found.add(
          stated.looser(
              "worst-case",
              "2 (grain of the window) x %d instances x %d = %d requests in %s when all of it comes together"
                  .formatted(place.instances(), n, 2L * place.instances() * n, window()),
              "Divide the limit, or make fewer instances count."));
    }
    return found;
  }

  List<Deviation> smoothed() {
    long n = limit.requests();
    long seconds = limit.window().toSeconds();
    var found = new ArrayList<Deviation>();
    if (seconds > 1) {
      found.add(
          stated.stricter(
              "per-second",
              "at most %d in each second, not %d at any time within %s"
                  .formatted(n / seconds, n, window()),
              "Use a window of whole minutes."));
    }
    found.add(
        stated.looser(
            "open-under-load",
            "more than %d in %s when SpikeArrest itself fails under high load: it then lets requests pass"
                .formatted(n, window()),
            "Use a window of whole minutes, which Quota counts."));
    found.add(
        stated.looser(
            "effective-count",
            "%d in %s within what Apigee calls not entirely accurate".formatted(n, window()),
            "Use a window of whole minutes, which Quota counts."));
    return found;
  }

  Deviation noSuchWindow() {
    long seconds = limit.window().toSeconds();
    long minutes = Math.max(1, seconds / 60);
    long requests = Math.max(1, limit.requests() * minutes * 60 / seconds);
    return stated.different(
        "no-such-window",
        "%s is no whole number of minutes, and %d / %d is no whole number of at most %d a second"
            .formatted(window(), limit.requests(), seconds, SpikeArrestPolicy.MOST_PER_SECOND),
        "Write requests: %d with window: %dm; a little different in bursts."
            .formatted(requests, minutes));
  }

  Deviation noQuota() {
    return stated.different(
        "environment-type",
        "0 of 1 thing needed, Quota, runs in an environment of type BASE",
        "Move the proxy to an environment of type INTERMEDIATE or COMPREHENSIVE.");
  }

  String window() {
    return limit.window().toSeconds() + " s";
  }
}
