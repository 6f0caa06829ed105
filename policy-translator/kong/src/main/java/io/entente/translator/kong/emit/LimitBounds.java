package io.entente.translator.kong.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.translator.Stated;
import java.util.ArrayList;
import java.util.List;

/** What the number of one limit loses on Kong, with the arithmetic. */
final class LimitBounds {

  private final Limit limit;
  private final Place place;
  private final Stated stated;

  LimitBounds(Limit limit, Place place) {
    this.limit = limit;
    this.place = place;
    this.stated = new Stated(limit.policy().id());
  }

  List<Deviation> requests(Limit holding) {
    long n = holding.requests();
    var found = new ArrayList<Deviation>();
    if (n != limit.requests()) {
      found.add(
          stated.different(
              "held-by-stricter",
              "%d requests in %s of policy %s hold first: %d are never reached"
                  .formatted(n, limit.span(), holding.policy().id(), limit.requests()),
              "None needed; one of the two policies is idle on this route."));
    }
    found.add(
        stated.looser(
            "concurrent-overshoot",
            "up to %d - 1 + c requests in %s when c arrive at the same moment: each is counted after it was let through"
                .formatted(n, limit.span()),
            "None in Kong's open source edition."));
    if (limit.calendar()) {
      found.add(
          stated.looser(
              "counts-lost",
              "(1 + r) x %d requests in %s where a node restarts r times: it counts in its memory only"
                  .formatted(n, limit.span()),
              "Restart nodes seldom, best when a period begins."));
    }
    if (place.nodes() > 1) {
      nodes(n, found);
    }
    found.add(
        stated.looser(
            "after-authentication",
            "a request that authentication, request-size-limiting or acl refuses takes 0 of %d"
                .formatted(n),
            "None: rate-limiting runs at priority 910, after them."));
    return found;
  }

  private void nodes(long n, List<Deviation> found) {
    found.add(
        stated.looser(
            "reach-nodes",
            "%d nodes x %d = %d requests in %s over all nodes, each node counts alone"
                .formatted(place.nodes(), n, place.nodes() * n, limit.span()),
            "Divide the limit by the number of nodes, or run one node."));
    if (!limit.calendar()) {
      found.add(
          stated.looser(
              "worst-case",
              "2 (window edge) x %d nodes x %d = %d requests in %s when all of it comes together"
                  .formatted(place.nodes(), n, 2L * place.nodes() * n, limit.span()),
              "Divide the limit, or make fewer places count."));
    }
  }
}
