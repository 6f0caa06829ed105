package io.entente.hub.ingest;

import io.entente.hub.aggregate.AggregateStore;
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
import java.util.ArrayList;
import java.util.Optional;

/** What a vendor counted of our APIs beside what arrived of them. Blocks. */
@ApplicationScoped
class VendorComparison {

  private final AggregateStore aggregates;
  private final TrafficStore traffic;
  private final Estate estate;
  private final Duration window;

  VendorComparison(
      AggregateStore aggregates, TrafficStore traffic, Estate estate, IngestConfig config) {
    this.aggregates = aggregates;
    this.traffic = traffic;
    this.estate = estate;
    this.window = config.reconcile().window();
  }

  /** Over the settled part of the window; empty where the vendor counts nothing. */
  Optional<VendorCounts> of(GatewayId gateway) {
    return aggregates
        .watermark(estate.tenant(), gateway)
        .map(asOf -> of(gateway, asOf.minus(window), asOf));
  }

  private VendorCounts of(GatewayId gateway, Instant since, Instant asOf) {
    var apis = new ArrayList<VendorCounts.OfApi>();
    aggregates
        .requestsByApi(estate.tenant(), gateway, since, asOf)
        .forEach(
            (api, counted) -> apis.add(ofApi(api, counted, arrived(gateway, api, since, asOf))));
    return new VendorCounts(since, asOf, apis, VendorCounts.NOTE);
  }

  private static VendorCounts.OfApi ofApi(ApiName api, long counted, RequestCounts arrived) {
    return new VendorCounts.OfApi(
        api.value(), counted, arrived.requests(), arrived.estimated(), arrived.aggregated());
  }

  private RequestCounts arrived(GatewayId gateway, ApiName api, Instant since, Instant asOf) {
    var filter =
        new TrafficFilter(
            Optional.of(gateway.value()),
            Optional.of(api.value()),
            Optional.empty(),
            Optional.empty());
    return traffic
        .summary(
            new TrafficQuery(
                estate.tenant(),
                since,
                asOf,
                filter,
                GroupBy.GATEWAY,
                Duration.between(since, asOf)))
        .total();
  }
}
