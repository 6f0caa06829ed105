package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Policy;
import io.entente.policy.RateLimit;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** What one limit loses on Kong, with the arithmetic. */
final class RateLimitBounds {

  private final RateLimit limit;
  private final Place place;
  private final Stated stated;

  RateLimitBounds(Policy policy, Place place) {
    this.limit = SharedLimits.limit(policy);
    this.place = place;
    this.stated = new Stated(policy.id());
  }

  List<Deviation> requests(Policy holding) {
    long n = SharedLimits.limit(holding).requests();
    var found = new ArrayList<Deviation>();
    if (n != limit.requests()) {
      found.add(
          stated.different(
              "held-by-stricter",
              "%d requests in %s of policy %s hold first: %d are never reached"
                  .formatted(n, window(), holding.id(), limit.requests()),
              "None needed; one of the two policies is idle on this route."));
    }
    found.add(
        stated.looser(
            "concurrent-overshoot",
            "up to %d - 1 + c requests in %s when c arrive at the same moment: each is counted after it was let through"
                .formatted(n, window()),
            "None in Kong's open source edition."));
    if (place.nodes() > 1) {
      found.add(
          stated.looser(
              "reach-nodes",
              "%d nodes x %d = %d requests in %s over all nodes, each node counts alone"
                  .formatted(place.nodes(), n, place.nodes() * n, window()),
              "Divide the limit by the number of nodes, or run one node."));
      found.add(
          stated.looser(
              "worst-case",
              "2 (window edge) x %d nodes x %d = %d requests in %s when all of it comes together"
                  .formatted(place.nodes(), n, 2L * place.nodes() * n, window()),
              "Divide the limit, or make fewer places count."));
    }
    found.add(
        stated.looser(
            "after-authentication",
            "a request that authentication, request-size-limiting or acl refuses takes 0 of %d"
                .formatted(n),
            "None: rate-limiting runs at priority 910, after them."));
    return found;
  }

  List<Deviation> window(RateLimitUnit unit) {
    long n = limit.requests();
    var found = new ArrayList<Deviation>();
    found.add(
        stated.looser(
            "window-edge",
            "up to 2 x %d = %d requests within %s across the edge of two wall-clock windows"
                .formatted(n, 2 * n, window()),
            "A shorter window with fewer requests makes the burst smaller."));
    if (unit.byCalendar()) {
      found.add(
          stated.different(
              "calendar-window",
              unit == RateLimitUnit.MONTH
                  ? "a calendar month (UTC) of 28 to 31 days, not 30 days"
                  : "a calendar year (UTC) of 365 or 366 days, not 365 days",
              "None: Kong counts by the calendar."));
    }
    return found;
  }

  Deviation noSuchWindow() {
    RateLimitUnit unit = RateLimitUnit.within(limit.window());
    long requests =
        Math.max(1, limit.requests() * unit.seconds() / Math.max(1, limit.window().toSeconds()));
    return stated.different(
        "no-such-window",
        "%s is none of 1 s, 60 s, 3600 s, 86400 s, 30 d, 365 d, the windows Kong has"
            .formatted(window()),
        "Write requests: %d with window: %ds; %d x %d / %d rounded down, a little different in bursts."
            .formatted(
                requests,
                unit.seconds(),
                limit.requests(),
                unit.seconds(),
                limit.window().toSeconds()));
  }

  Deviation otherKey(Policy first) {
    return stated.different(
        "one-instance",
        "1 instance of rate-limiting runs on a route and has 1 key, that of policy %s"
            .formatted(first.id()),
        "Give the limits of one route one key, or put them on different routes.");
  }

  Deviation withoutService() {
    return stated.different(
        "route-without-service",
        "the route leads to 0 services: requests are counted by client address, and Kong answers 503",
        "Give the route a service.");
  }

  List<Deviation> header(String header) {
    return List.of(
        stated.different(
            "first-value",
            "of n > 1 headers %s in one request only the first counts".formatted(header),
            "None in Kong; have callers send the header once."),
        stated.stricter(
            "key-namespace",
            "a value of %s that is written like a client's address shares the 1 count of that address"
                .formatted(header),
            "Use values that do not look like addresses."),
        eviction());
  }

  List<Deviation> clientIp() {
    return List.of(clientAddress(), eviction());
  }

  /** What happens without the header is Kong's doing: it counts by address. */
  List<Deviation> missingByAddress() {
    return List.of(
        clientAddress(),
        stated.different(
            "empty-value",
            "an empty header is a key of its own, with 1 count for all who send it so",
            "None in Kong."));
  }

  Deviation missingDenied() {
    return stated.looser(
        "missing-key-by-address",
        "%d requests in %s per client address without the header, instead of 0"
            .formatted(limit.requests(), window()),
        "Set onMissingKey: ip, which is what Kong does, or demand the header by authentication.");
  }

  Deviation missingShared() {
    return stated.looser(
        "missing-key-by-address",
        "a addresses x %d requests in %s without the header, instead of %d for all together"
            .formatted(limit.requests(), window(), limit.requests()),
        "Set onMissingKey: ip, which is what Kong does.");
  }

  private Deviation clientAddress() {
    return stated.different(
        "client-address",
        "the client is the peer of the connection, or the forwarded one if trusted_ips of the node hold the peer: callers behind one other proxy count as 1",
        "Set trusted_ips and real_ip_header on the nodes to the proxies before Kong.");
  }

  private Deviation eviction() {
    return stated.looser(
        "key-eviction",
        "more keys within %s than kong_rate_limiting_counters holds (12 MB unless set): the key unused for longest starts again with %d"
            .formatted(window(), limit.requests()),
        "Raise the shared memory kong_rate_limiting_counters on the nodes.");
  }

  private String window() {
    return limit.window().toSeconds() + " s";
  }
}
