package io.entente.hub.ingest;

import io.entente.model.identity.GatewayId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * What is known of the gateways that may deliver. Keeps an answer for some seconds, and longer
 * while the database does not answer: logs are taken in all the same. Blocks.
 */
final class FreshLookup<T> {

  private static final Logger LOG = Logger.getLogger(FreshLookup.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Function<GatewayId, Optional<T>> lookup;
  private final InstantSource clock;
  private final Map<GatewayId, Known<T>> known = new ConcurrentHashMap<>();

  FreshLookup(Function<GatewayId, Optional<T>> lookup, InstantSource clock) {
    this.lookup = lookup;
    this.clock = clock;
  }

  /**
   * An answer.
   *
   * @param asking whether somebody set out to ask again
   */
  private record Known<T>(T value, Instant until, AtomicBoolean asking) {

    Known(T value, Instant until) {
      this(value, until, new AtomicBoolean());
    }
  }

  /**
   * What is known of {@code gateway} without asking; does not block. Of many that come when it is
   * time to ask again, one is told nothing, so that it asks; the others have the old answer
   * meanwhile, for as long again at most.
   */
  Optional<T> held(GatewayId gateway) {
    Known<T> seen = known.get(gateway);
    if (seen == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    boolean holds =
        now.isBefore(seen.until())
            || (now.isBefore(seen.until().plus(FRESH))
                && !seen.asking().compareAndSet(false, true));
    return holds ? Optional.of(seen.value()) : Optional.empty();
  }

  /** What is known of {@code gateway}; empty when there is no such gateway. */
  Optional<T> of(GatewayId gateway) {
    Instant now = clock.instant();
    Known<T> seen = known.get(gateway);
    if (seen != null && now.isBefore(seen.until())) {
      return Optional.of(seen.value());
    }
    try {
      Optional<T> found = lookup.apply(gateway);
      if (found.isPresent()) {
        known.put(gateway, new Known<>(found.get(), now.plus(FRESH)));
      } else {
        known.remove(gateway);
      }
      return found;
    } catch (RuntimeException e) {
      if (seen == null) {
        throw e;
      }
      LOG.warnf(e, "gateway %s cannot be looked up; what was known of it holds", gateway);
      known.put(gateway, new Known<>(seen.value(), now.plus(FRESH)));
      return Optional.of(seen.value());
    }
  }
}
