package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.identity.PolicyVersion;
import io.entente.policy.RateLimit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What a token bucket in each Envoy process does otherwise than the limit means, in numbers. */
final class RateLimitBounds {

  private static final long SECONDS_PER_YEAR = 365L * 24 * 60 * 60;

  private final RateLimit limit;
  private final Place place;
  private final PolicyVersion policy;

  RateLimitBounds(RateLimit limit, Place place, PolicyVersion policy) {
    this.limit = limit;
    this.place = place;
    this.policy = policy;
  }

  List<Deviation> requests(List<PolicyVersion> laterLimits) {
    long n = limit.requests();
    var found = new ArrayList<Deviation>();
    found.add(
        deviation(
            "window-burst",
            Direction.LOOSER,
            "up to 2 x %d = %d requests in %s when a full bucket is followed by a refill; tokens %d refilled every %s"
                .formatted(n, 2 * n, window(), n, window()),
            "A shorter window with fewer requests makes the burst smaller."));
    if (place.nodes() > 1) {
      found.add(
          deviation(
              "reach-nodes",
              Direction.LOOSER,
              "%d nodes x %d = %d requests in %s over all nodes, each node counts alone"
                  .formatted(place.nodes(), n, place.nodes() * n, window()),
              "Divide the limit by the number of nodes, or run one node."));
    }
    if (place.copies() > 1) {
      found.add(
          deviation(
              "reach-hosts",
              Direction.LOOSER,
              "%d hosts x %d = %d requests in %s over all hosts, each host counts alone"
                  .formatted(place.copies(), n, place.copies() * n, window()),
              "Give the API one host."));
    }
    if (place.nodes() > 1 || place.copies() > 1) {
      found.add(worstCase());
    }
    if (!laterLimits.isEmpty()) {
      var concerned = new ArrayList<PolicyVersion>();
      concerned.add(policy);
      concerned.addAll(laterLimits);
      found.add(
          new Deviation(
              "counted-though-refused",
              Direction.STRICTER,
              "a request refused by one of %d later limits has taken 1 of %d tokens here"
                  .formatted(laterLimits.size(), n),
              "None on one route; a single limit has no such effect.",
              concerned));
    }
    return found;
  }

  private Deviation worstCase() {
    return deviation(
        "worst-case",
        Direction.LOOSER,
        "2 (burst) x %d nodes x %d hosts x %d = %d requests in %s when all of it comes together"
            .formatted(
                place.nodes(),
                place.copies(),
                limit.requests(),
                2L * place.nodes() * place.copies() * limit.requests(),
                window()),
        "Divide the limit, or make fewer places count.");
  }

  List<Deviation> windowRefill() {
    long n = limit.requests();
    long seconds = limit.window().toSeconds();
    var found = new ArrayList<Deviation>();
    found.add(
        deviation(
            "window-refill",
            Direction.DIFFERENT,
            "one token returns every %s / %d = %s s, not %s after the request that took it"
                .formatted(
                    window(),
                    n,
                    BigDecimal.valueOf(seconds)
                        .divide(BigDecimal.valueOf(n), new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString(),
                    window()),
            "None: this is how a token bucket works."));
    if (seconds > SECONDS_PER_YEAR * n) {
      found.add(
          deviation(
              "refill-floor",
              Direction.LOOSER,
              "Envoy refills at least 1 token in 365 days; asked for %d in %s"
                  .formatted(n, window()),
              "Use a window of at most 365 days."));
    }
    return found;
  }

  Deviation eviction() {
    return deviation(
        "key-eviction",
        Direction.LOOSER,
        "more than %d keys within %s: the key unused for longest is forgotten and starts again with %d tokens"
            .formatted(place.maxKeys(), window(), limit.requests()),
        "Raise the gateway setting rateLimit.maxKeys above the number of keys in one window.");
  }

  Deviation observed(int instance) {
    return deviation(
        "observe-statistic",
        Direction.DIFFERENT,
        "0 of 100 requests over the limit are refused; they are counted in the statistic %s.http_local_rate_limit.rate_limited of each of %d nodes, not per request"
            .formatted(FilterNames.rateLimitStatistics(instance), place.nodes()),
        "Read the statistic, or enforce.");
  }

  private String window() {
    return limit.window().toSeconds() + " s";
  }

  private Deviation deviation(String code, Direction direction, String bound, String remedy) {
    return new Deviation(code, direction, bound, remedy, List.of(policy));
  }
}
