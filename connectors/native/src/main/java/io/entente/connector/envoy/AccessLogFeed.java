package io.entente.connector.envoy;

import io.entente.connector.spi.TelemetrySink;
import io.entente.connector.spi.TelemetrySource;
import io.entente.model.event.Recorded;
import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** One gateway's access log: from its streams to the sink, counting. Safe between threads. */
final class AccessLogFeed implements TelemetrySource {

  private static final System.Logger LOG = System.getLogger(AccessLogFeed.class.getName());

  private final GatewayId gateway;
  private final AccessLogLedger ledger;
  private volatile Optional<TelemetrySink> sink = Optional.empty();
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong counted = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong malformed = new AtomicLong();

  AccessLogFeed(GatewayId gateway, AccessLogLedger ledger) {
    this.gateway = gateway;
    this.ledger = ledger;
  }

  @Override
  public synchronized void start(TelemetrySink to) {
    if (sink.isPresent()) {
      throw new IllegalStateException("telemetry of " + gateway + " is started already");
    }
    sink = Optional.of(to);
  }

  @Override
  public synchronized void close() {
    sink = Optional.empty();
  }

  /** True between start and close: only then are streams taken. */
  boolean open() {
    return sink.isPresent();
  }

  /**
   * Hands events over; the stage completes, never exceptionally, when they are accounted for.
   *
   * @param recorded all that arrived, and what is to be durable of them
   */
  CompletionStage<Void> deliver(Recorded recorded, long bad) {
    List<TrafficEvent> events = recorded.arrived();
    int size = events.size();
    received.addAndGet(size + bad);
    malformed.addAndGet(bad);
    if (events.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return accept(recorded)
        .handle(
            (done, failure) -> {
              if (failure == null) {
                counted.addAndGet(size);
                ledger.kept(gateway, events);
              } else {
                failed.addAndGet(size);
                LOG.log(
                    System.Logger.Level.ERROR,
                    size + " access log entries of " + gateway + " are lost",
                    failure);
              }
              return done;
            });
  }

  AccessLogCounts counts() {
    return new AccessLogCounts(received.get(), counted.get(), failed.get(), malformed.get());
  }

  private CompletionStage<Void> accept(Recorded recorded) {
    Optional<TelemetrySink> to = sink;
    if (to.isEmpty()) {
      return CompletableFuture.failedFuture(new IllegalStateException("telemetry was closed"));
    }
    try {
      return to.get().accept(recorded);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
