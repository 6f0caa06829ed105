package io.entente.hub.aggregate;

import io.entente.connector.spi.AggregateReader;
import io.entente.hub.estate.Connectors;
import io.entente.hub.estate.Estate;
import io.entente.hub.estate.GatewayDocument;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Reads the counts of every gateway whose vendor counts, a few at once and each at most once. */
@Singleton
public class AggregateSchedule {

  private static final Logger LOG = Logger.getLogger(AggregateSchedule.class);
  private static final Duration EXPIRE_EVERY = Duration.ofMinutes(30);

  private final AggregateConfig config;
  private final Estate estate;
  private final Connectors connectors;
  private final AggregateStore store;
  private final AggregatePull pull;
  private final ExecutorService workers;
  private final Map<GatewayId, Instant> due = new ConcurrentHashMap<>();
  private final Set<GatewayId> running = ConcurrentHashMap.newKeySet();
  private Instant expireAt = Instant.EPOCH;

  AggregateSchedule(
      AggregateConfig config,
      Estate estate,
      Connectors connectors,
      AggregateStore store,
      MeterRegistry metrics) {
    this.config = config;
    this.estate = estate;
    this.connectors = connectors;
    this.store = store;
    this.pull =
        new AggregatePull(
            estate.tenant(), config.backfill(), store, InstantSource.system(), metrics);
    this.workers =
        Executors.newFixedThreadPool(
            config.workers(),
            task -> {
              var thread = new Thread(task, "entente-aggregates");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** How reading stands, by gateway. */
  Map<GatewayId, PullState> states() {
    return pull.states();
  }

  @Scheduled(
      every = "${entente.aggregate.tick}",
      delayed = "${entente.aggregate.tick}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void startWhatIsDue() {
    Instant now = Instant.now();
    var known = new HashSet<GatewayId>();
    for (GatewayDocument document : estate.gateways()) {
      GatewayId gateway = document.gateway().id();
      known.add(gateway);
      // A gateway waits in the queue at most once, so the queue is as long as the estate.
      if (!now.isBefore(due.getOrDefault(gateway, now)) && running.add(gateway)) {
        due.put(gateway, now.plus(config.interval()));
        workers.execute(() -> read(document));
      }
    }
    due.keySet().retainAll(known);
    pull.states().keySet().stream().filter(g -> !known.contains(g)).forEach(pull::forget);
    if (now.isAfter(expireAt)) {
      expireAt = now.plus(EXPIRE_EVERY);
      store.expire(estate.tenant(), now.minus(config.retention()));
    }
  }

  @PreDestroy
  void stop() {
    workers.shutdownNow();
  }

  private void read(GatewayDocument document) {
    GatewayId gateway = document.gateway().id();
    try {
      Optional<AggregateReader> reader = connectors.open(document).aggregates();
      if (reader.isPresent()) {
        pull.pull(gateway, reader.get(), ProxyOwners.of(gateway, estate.apisOn(gateway)));
      }
    } catch (ProblemException e) {
      LOG.debugf("the counts of gateway %s were not read: %s", gateway, e.getMessage());
    } catch (RuntimeException e) {
      LOG.errorf(e, "reading the counts of gateway %s broke off", gateway);
    } finally {
      running.remove(gateway);
    }
  }
}
