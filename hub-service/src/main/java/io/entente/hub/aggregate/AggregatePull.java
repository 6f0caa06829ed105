package io.entente.hub.aggregate;

import io.entente.connector.spi.AggregateBucket;
import io.entente.connector.spi.AggregateRead;
import io.entente.connector.spi.AggregateReader;
import io.entente.connector.spi.AggregateTerms;
import io.entente.hub.aggregate.AggregateStore.Kept;
import io.entente.hub.aggregate.PullState.Stage;
import io.entente.model.event.TrafficAggregate;
import io.entente.model.event.TrafficAggregate.Standing;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads the counts of a gateway from its watermark on and keeps them. The watermark moves in the
 * transaction that keeps a complete read, and in no other way. Blocks; one call at a time a
 * gateway.
 */
final class AggregatePull {

  /** Reads at one turn, so that a gateway that is far behind leaves room for the others. */
  private static final int READS = 6;

  private final Tenant tenant;
  private final Duration backfill;
  private final AggregateStore store;
  private final InstantSource clock;
  private final MeterRegistry metrics;
  private final Map<GatewayId, PullState> states = new ConcurrentHashMap<>();

  AggregatePull(
      Tenant tenant,
      Duration backfill,
      AggregateStore store,
      InstantSource clock,
      MeterRegistry metrics) {
    this.tenant = tenant;
    this.backfill = backfill;
    this.store = store;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Reads as far as the vendor is, or a bounded part of it, and says how it stands. */
  PullState pull(GatewayId gateway, AggregateReader reader, ProxyOwners owners) {
    PullState state = read(gateway, reader, owners);
    for (int reads = 1; state.stage() == Stage.CATCHING_UP && reads < READS; reads++) {
      state = read(gateway, reader, owners);
    }
    return state;
  }

  Optional<PullState> state(GatewayId gateway) {
    return Optional.ofNullable(states.get(gateway));
  }

  Map<GatewayId, PullState> states() {
    return Map.copyOf(states);
  }

  /** Forgets the state of a gateway that is no more. */
  void forget(GatewayId gateway) {
    states.remove(gateway);
  }

  private PullState read(GatewayId gateway, AggregateReader reader, ProxyOwners owners) {
    AggregateTerms terms = reader.terms();
    Instant now = clock.instant();
    Optional<Instant> watermark = store.watermark(tenant, gateway);
    Optional<ReadWindow> next = ReadWindow.next(terms, now, watermark, backfill);
    if (next.isEmpty()) {
      return say(gateway, Stage.CURRENT, terms, watermark, Optional.empty());
    }
    ReadWindow window = next.get();
    AggregateRead read = reader.read(window.from(), window.to());
    if (read instanceof AggregateRead.Unavailable unavailable) {
      return say(gateway, Stage.UNAVAILABLE, terms, watermark, Optional.of(unavailable.why()));
    }
    if (read instanceof AggregateRead.Failed failed) {
      metrics.counter("entente.aggregate.failed", "gateway", gateway.value()).increment();
      return say(gateway, Stage.FAILING, terms, watermark, Optional.of(failed.why()));
    }
    var complete = (AggregateRead.Complete) read;
    List<TrafficAggregate> aggregates =
        complete.buckets().stream()
            .map(bucket -> aggregate(gateway, terms, owners, bucket, now, window))
            .toList();
    Kept kept = store.keep(tenant, gateway, watermark, window, aggregates);
    if (kept instanceof Kept.Stored stored) {
      count(gateway, stored);
      Stage stage = window.more() ? Stage.CATCHING_UP : Stage.CURRENT;
      return say(gateway, stage, terms, Optional.of(window.settled()), Optional.empty());
    }
    return say(gateway, Stage.CURRENT, terms, store.watermark(tenant, gateway), Optional.empty());
  }

  private TrafficAggregate aggregate(
      GatewayId gateway,
      AggregateTerms terms,
      ProxyOwners owners,
      AggregateBucket bucket,
      Instant now,
      ReadWindow window) {
    boolean settled = !bucket.start().plus(terms.width()).isAfter(window.settled());
    return new TrafficAggregate(
        tenant,
        gateway,
        bucket.dimensions(),
        owners.of(bucket.dimensions()),
        bucket.start(),
        terms.width(),
        bucket.counts(),
        now,
        terms.provenance(),
        settled ? Standing.FINAL : Standing.PROVISIONAL);
  }

  private void count(GatewayId gateway, Kept.Stored stored) {
    metrics
        .counter("entente.aggregate.changed", "gateway", gateway.value())
        .increment(stored.changed());
    metrics
        .counter("entente.aggregate.vanished", "gateway", gateway.value())
        .increment(stored.vanished());
  }

  private PullState say(
      GatewayId gateway,
      Stage stage,
      AggregateTerms terms,
      Optional<Instant> watermark,
      Optional<Problem> why) {
    Optional<Instant> completeAt =
        why.isEmpty()
            ? Optional.of(clock.instant())
            : state(gateway).flatMap(PullState::completeAt);
    var state = new PullState(stage, terms, watermark, completeAt, why);
    states.put(gateway, state);
    return state;
  }
}
