package io.entente.hub.ingest;

import io.entente.model.identity.GatewayId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Counts deliveries and their entries, for metrics and health. Safe for many threads. */
@Singleton
public class IngestCounts {

  private static final Logger LOG = Logger.getLogger(IngestCounts.class);
  private static final long LOG_EVERY_SECONDS = 60;

  /** The last time an entry was left out. */
  record LeftOut(GatewayId gateway, Instant when, int entries, String first) {}

  private final MeterRegistry metrics;
  private final Map<GatewayId, Counter> acceptedOf = new ConcurrentHashMap<>();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong leftOut = new AtomicLong();
  private volatile Optional<LeftOut> last = Optional.empty();
  private final AtomicReference<Instant> logged = new AtomicReference<>(Instant.MIN);

  IngestCounts(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** So many events are durable, and for these reasons other entries never can be events. */
  void took(GatewayId gateway, int events, List<String> refused) {
    accepted.addAndGet(events);
    // Looking a counter up costs more than counting.
    acceptedOf.computeIfAbsent(gateway, this::acceptedCounter).increment(events);
    for (String reason : refused) {
      metrics
          .counter("entente.ingest.entries.refused", "gateway", gateway.value(), "reason", reason)
          .increment();
    }
    if (!refused.isEmpty()) {
      leftOut(gateway, refused);
    }
  }

  private Counter acceptedCounter(GatewayId gateway) {
    return metrics.counter("entente.ingest.accepted", "gateway", gateway.value());
  }

  /** A whole delivery was refused with the problem of this code. */
  void refused(String code) {
    metrics.counter("entente.ingest.refused", "reason", code).increment();
  }

  long accepted() {
    return accepted.get();
  }

  long leftOut() {
    return leftOut.get();
  }

  Optional<LeftOut> last() {
    return last;
  }

  private void leftOut(GatewayId gateway, List<String> refused) {
    int entries = refused.size();
    String first = refused.get(0);
    Instant now = Instant.now();
    leftOut.addAndGet(entries);
    last = Optional.of(new LeftOut(gateway, now, entries, first));
    Instant before = logged.get();
    if (now.minusSeconds(LOG_EVERY_SECONDS).isAfter(before) && logged.compareAndSet(before, now)) {
      LOG.warnf(
          "gateway %s delivered %d log entries that cannot become events, first %s; all are counted"
              + " in entente.ingest.entries.refused",
          gateway, entries, first);
    }
  }
}
