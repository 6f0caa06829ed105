package io.entente.hub.ingest;

import io.entente.connector.kong.log.KongCounters;
import io.entente.hub.estate.GatewayDocument;
import io.entente.hub.outbound.OutboundGuard;
import io.entente.hub.outbound.Transport;
import io.entente.model.estate.Vendor;
import io.entente.model.problem.ProblemException;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
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
  private final OutboundGuard guard;

  StatusCounterSources(OutboundGuard guard) {
    this.guard = guard;
  }

  @Override
  public Optional<CounterSource> of(GatewayDocument gateway) {
    if (gateway.gateway().vendor() != Vendor.KONG) {
      return Optional.empty();
    }
    return Optional.ofNullable(gateway.settings().get(STATUS))
        .map(
            url -> {
              var counters = open.computeIfAbsent(url, u -> new KongCounters(URI.create(u)));
              return () -> {
                requireCallable(url);
                return counters.read();
              };
            });
  }

  private void requireCallable(String url) throws IOException {
    try {
      guard.require("spec.connection.status", url, Transport.HTTP_OR_HTTPS);
    } catch (ProblemException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
