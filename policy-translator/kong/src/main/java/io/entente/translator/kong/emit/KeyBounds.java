package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.policy.Policy;
import io.entente.policy.TargetRef;
import io.entente.translator.Stated;
import java.util.List;

/** What counting apart means on Kong. */
final class KeyBounds {

  private final Limit limit;
  private final Stated stated;

  KeyBounds(Limit limit) {
    this.limit = limit;
    this.stated = new Stated(limit.policy().id());
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

  /**
   * Of callers whose instances have one counter each.
   *
   * @param own how many callers of the route have instances of their own
   */
  List<Deviation> apart(int own) {
    List<TargetRef> targets = limit.policy().spec().targets();
    boolean forAll = !targets.stream().allMatch(TargetRef::narrowed);
    int named = (int) targets.stream().flatMap(ref -> ref.consumers().stream()).distinct().count();
    int consumers = forAll ? own : named;
    if (consumers == 1 && !forAll) {
      return List.of();
    }
    return List.of(
        stated.looser(
            "counted-apart",
            "%d x %d requests in %s, one count for each consumer%s, instead of %d for all together"
                .formatted(
                    forAll ? consumers + 1 : consumers,
                    limit.requests(),
                    limit.span(),
                    forAll ? " and one for everybody else" : "",
                    limit.requests()),
            "Divide the number by the count of consumers, or name one consumer in each policy."));
  }

  /** Kong's counter is that of the route and the key, whichever instance counts. */
  Deviation sharedCount() {
    return stated.stricter(
        "count-of-others",
        "1 count of the route for each value of the key: requests of other callers that a limit of"
            + " the route counts by the same value count here too",
        "Use key: route, which counts each consumer alone.");
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
            .formatted(limit.requests(), limit.span()),
        "Set onMissingKey: ip, which is what Kong does, or demand the header by authentication.");
  }

  Deviation missingShared() {
    return stated.looser(
        "missing-key-by-address",
        "a addresses x %d requests in %s without the header, instead of %d for all together"
            .formatted(limit.requests(), limit.span(), limit.requests()),
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
            .formatted(limit.span(), limit.requests()),
        "Raise the shared memory kong_rate_limiting_counters on the nodes.");
  }
}
