package io.entente.translator.apigee.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.LimitKey;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.RateLimit;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** What one limit loses on Apigee, with the arithmetic. */
final class RateLimitBounds {

  private final Policy policy;
  private final RateLimit limit;
  private final Place place;
  private final int limits;
  private final Stated stated;

  /**
   * @param limits on the same route
   */
  RateLimitBounds(Policy policy, Place place, int limits) {
    this.policy = policy;
    this.limit = RateLimitEmitter.limit(policy);
    this.place = place;
    this.limits = limits;
    this.stated = new Stated(policy.id());
  }

  List<Deviation> requests() {
    long n = limit.requests();
    var found = new ArrayList<Deviation>();
    if (place.instances() > 1) {
      found.add(
          stated.looser(
              "reach-instances",
              "%d instances x %d = %d requests in %s over all of them, each instance counts alone"
                  .formatted(place.instances(), n, place.instances() * n, window()),
              "Divide the limit by the number of instances the environment is attached to."));
    }
    found.add(
        stated.looser(
            "new-revision",
            "up to %d more in %s after each change of ours: Apigee does not say whether counts outlive the revision that counts"
                .formatted(n, window()),
            "Change policies of this environment seldom."));
    if (limits > 1) {
      found.add(
          stated.stricter(
              "counted-then-refused",
              "up to %d of %d are taken by requests that one of the other %d limits then refuses"
                  .formatted(n, n, limits - 1),
              "None: each Quota counts when it runs."));
    }
    if (policy.spec().onError() == OnError.ALLOW) {
      found.add(
          stated.stricter(
              "fails-closed",
              "0 requests pass while the counter cannot be asked, whatever onError says: to let"
                  + " them pass would let pass those over %d too".formatted(n),
              "Set onError: deny."));
    }
    return found;
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

  Deviation noSuchVariable() {
    return stated.different(
        "not-a-variable",
        "0 flow variables name a header with other characters than a-z, 0-9, _ and -",
        "Use another header.");
  }

  List<Deviation> key() {
    if (limit.key() instanceof LimitKey.ClientIp) {
      return List.of(CallerAddress.deviation(stated, place));
    }
    return List.of();
  }

  List<Deviation> missing() {
    return List.of(
        stated.different(
            "empty-value",
            "an empty header is 1 key, or none: Apigee does not say which",
            "Have callers send a value."));
  }

  List<Deviation> missingByAddress() {
    var found = new ArrayList<>(missing());
    found.add(CallerAddress.deviation(stated, place));
    return found;
  }

  List<Deviation> around() {
    var found = new ArrayList<Deviation>();
    if (!place.made() && place.kinds().contains("cors")) {
      found.add(
          stated.stricter(
              "preflight-counted",
              "1 of %d is taken by each preflight: the flow hook comes before the proxy answers it"
                  .formatted(limit.requests()),
              "Raise the limit by the preflights you expect, or raise maxAge of the cors policy."));
    }
    FaultRules.deviation(stated, place).ifPresent(found::add);
    return found;
  }

  private String window() {
    return limit.window().toSeconds() + " s";
  }
}
