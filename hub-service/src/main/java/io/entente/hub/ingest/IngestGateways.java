package io.entente.hub.ingest;

import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.estate.Estate;
import io.entente.model.identity.GatewayId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The gateways that may deliver, and which of our routes theirs are. Keeps an answer for some
 * seconds, and longer while the database does not answer: logs are taken in all the same. Blocks.
 */
@ApplicationScoped
public class IngestGateways {

  private static final Logger LOG = Logger.getLogger(IngestGateways.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Function<GatewayId, Optional<RouteAttribution>> lookup;
  private final InstantSource clock;
  private final Map<GatewayId, Known> known = new ConcurrentHashMap<>();

  @Inject
  IngestGateways(Estate estate, Attributions attributions) {
    this(
        gateway -> estate.gateway(gateway).map(found -> attributions.of(gateway)),
        InstantSource.system());
  }

  IngestGateways(Function<GatewayId, Optional<RouteAttribution>> lookup, InstantSource clock) {
    this.lookup = lookup;
    this.clock = clock;
  }

  private record Known(RouteAttribution routes, Instant until) {}

  /** The routes of {@code gateway}; empty when there is no such gateway. */
  Optional<RouteAttribution> routes(GatewayId gateway) {
    Instant now = clock.instant();
    Known seen = known.get(gateway);
    if (seen != null && now.isBefore(seen.until())) {
      return Optional.of(seen.routes());
    }
    try {
      Optional<RouteAttribution> found = lookup.apply(gateway);
      if (found.isPresent()) {
        known.put(gateway, new Known(found.get(), now.plus(FRESH)));
      } else {
        known.remove(gateway);
      }
      return found;
    } catch (RuntimeException e) {
      if (seen == null) {
        throw e;
      }
      LOG.warnf(e, "gateway %s cannot be looked up; what was known of it holds", gateway);
      known.put(gateway, new Known(seen.routes(), now.plus(FRESH)));
      return Optional.of(seen.routes());
    }
  }
}
