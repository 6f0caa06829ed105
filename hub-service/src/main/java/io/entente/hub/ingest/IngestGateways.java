package io.entente.hub.ingest;

import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.estate.Estate;
import io.entente.model.identity.GatewayId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** The gateways that may deliver, and which of our routes theirs are. */
@ApplicationScoped
public class IngestGateways {

  private final FreshLookup<RouteAttribution> known;

  @Inject
  IngestGateways(Estate estate, Attributions attributions) {
    this(
        gateway -> estate.gateway(gateway).map(found -> attributions.of(gateway)),
        InstantSource.system());
  }

  IngestGateways(Function<GatewayId, Optional<RouteAttribution>> lookup, InstantSource clock) {
    this.known = new FreshLookup<>(lookup, clock);
  }

  /** The routes of {@code gateway} where they are known without asking; does not block. */
  Optional<RouteAttribution> known(GatewayId gateway) {
    return known.held(gateway);
  }

  /** The routes of {@code gateway}; empty when there is no such gateway. Blocks. */
  Optional<RouteAttribution> routes(GatewayId gateway) {
    return known.of(gateway);
  }
}
