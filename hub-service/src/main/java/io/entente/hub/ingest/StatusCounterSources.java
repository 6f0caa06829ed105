package io.entente.hub.ingest;

import io.entente.connector.kong.log.KongCounters;
import io.entente.hub.estate.GatewayDocument;
import io.entente.model.estate.Vendor;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The metrics of Kong gateways whose settings name the address of their Status API. */
@DefaultBean
@ApplicationScoped
public class StatusCounterSources implements CounterSources {

  /** Setting of a gateway: base address of its Status API. */
  public static final String STATUS = "status.url";

  private final Map<String, KongCounters> open = new ConcurrentHashMap<>();

  @Override
  public Optional<CounterSource> of(GatewayDocument gateway) {
    if (gateway.gateway().vendor() != Vendor.KONG) {
      return Optional.empty();
    }
    return Optional.ofNullable(gateway.settings().get(STATUS))
        .map(url -> open.computeIfAbsent(url, u -> new KongCounters(URI.create(u))))
        .map(counters -> counters::read);
  }
}
