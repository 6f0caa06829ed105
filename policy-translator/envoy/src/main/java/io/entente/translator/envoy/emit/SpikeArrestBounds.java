package io.entente.translator.envoy.emit;

import io.entente.model.fidelity.Deviation;
import io.entente.model.fidelity.Direction;
import io.entente.model.identity.PolicyVersion;
import io.entente.policy.Policy;
import io.entente.policy.SpikeArrest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a bucket in each Envoy process does otherwise than the flow means, in numbers. */
final class SpikeArrestBounds {

  private final SpikeArrest arrest;
  private final Place place;
  private final Policy policy;

  SpikeArrestBounds(SpikeArrest arrest, Place place, Policy policy) {
    this.arrest = arrest;
    this.place = place;
    this.policy = policy;
  }

  List<Deviation> rate(List<PolicyVersion> later) {
    var found = reach(arrest.rate(), "requests per " + per(), "Divide the rate");
    if (!later.isEmpty()) {
      var concerned = new ArrayList<>(List.of(policy.id()));
      concerned.addAll(later);
      found.add(
          new Deviation(
              "counted-though-refused",
              Direction.STRICTER,
              "a request refused by one of %d later limits has taken 1 token here, which returns after 1/%d %s"
                  .formatted(later.size(), arrest.rate(), per()),
              "None on one route; a single limit has no such effect.",
              concerned));
    }
    return found;
  }

  List<Deviation> burst() {
    var found = reach(arrest.burst(), "requests at once", "Divide the burst");
    found.add(
        deviation(
            "forgotten-flow",
            Direction.LOOSER,
            "every restart of Envoy and every change of its routes fills the bucket: up to %d + %d = %d requests at once around it"
                .formatted(arrest.burst(), arrest.burst(), 2L * arrest.burst()),
            "A smaller burst; changes of many routes in one plan."));
    return found;
  }

  private List<Deviation> reach(long number, String what, String remedy) {
    var found = new ArrayList<Deviation>();
    long places = (long) place.nodes() * place.copies();
    if (places > 1) {
      found.add(
          deviation(
              "reach",
              Direction.LOOSER,
              "%d nodes x %d hosts x %d = %d %s over all, each node and each host counts alone"
                  .formatted(place.nodes(), place.copies(), number, places * number, what),
              remedy + ", or make fewer places count."));
    }
    return found;
  }

  Deviation eviction() {
    return deviation(
        "key-eviction",
        Direction.LOOSER,
        "of more than %d keys the one unused for longest is forgotten and has its burst of %d again"
            .formatted(place.maxKeys(), arrest.burst()),
        "Raise the gateway setting rateLimit.maxKeys above the number of keys at a time.");
  }

  Deviation observed(int instance) {
    return deviation(
        "observe-statistic",
        Direction.DIFFERENT,
        "0 of 100 requests that come too early are refused; they are counted in the statistic %s.http_local_rate_limit.rate_limited of each of %d nodes, not per request"
            .formatted(FilterNames.spikeArrestStatistics(instance), place.nodes()),
        "Read the statistic, or enforce.");
  }

  private String per() {
    return arrest.per().name().toLowerCase(Locale.ROOT);
  }

  private Deviation deviation(String code, Direction direction, String bound, String remedy) {
    return new Deviation(code, direction, bound, remedy, List.of(policy.id()));
  }
}
