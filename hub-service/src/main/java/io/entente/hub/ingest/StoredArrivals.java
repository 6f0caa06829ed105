package io.entente.hub.ingest;

import io.entente.hub.estate.Estate;
import io.entente.hub.traffic.store.GroupBy;
import io.entente.hub.traffic.store.RequestCounts;
import io.entente.hub.traffic.store.TrafficFilter;
import io.entente.hub.traffic.store.TrafficQuery;
import io.entente.hub.traffic.store.TrafficStore;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks the traffic store. What a sample stands for did not arrive one by one, and of what is only
 * counted nobody knows the second.
 */
@ApplicationScoped
class StoredArrivals implements Arrivals {

  private static final String NOT_COUNTED = "404";

  private final TrafficStore store;
  private final Estate estate;

  StoredArrivals(TrafficStore store, Estate estate) {
    this.store = store;
    this.estate = estate;
  }

  @Override
  public long of(GatewayId gateway, ApiName api, Instant since, Instant to) {
    var filter =
        new TrafficFilter(
            Optional.of(gateway.value()),
            Optional.of(api.value()),
            Optional.empty(),
            Optional.empty());
    var step = Duration.between(since, to).plusSeconds(1);
    var found =
        store.summary(new TrafficQuery(estate.tenant(), since, to, filter, GroupBy.STATUS, step));
    long notCounted =
        found.groups().stream()
            .filter(group -> group.key().filter(NOT_COUNTED::equals).isPresent())
            .mapToLong(group -> group.counts().requests() - group.counts().aggregated())
            .sum();
    RequestCounts all = found.total();
    return all.requests() - all.estimated() - all.aggregated() - notCounted;
  }
}
