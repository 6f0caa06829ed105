package io.entente.hub.ingest;

import io.entente.hub.estate.Estate;
import io.entente.hub.estate.GatewayDocument;
import io.entente.model.identity.GatewayId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Looks from time to time whether gateways that count their requests lost some on the way. */
@Singleton
public class ReconciliationSchedule {

  private static final Logger LOG = Logger.getLogger(ReconciliationSchedule.class);

  private final Estate estate;
  private final CounterSources sources;
  private final IngestGateways gateways;
  private final Reconciliation reconciliation;
  private final LoggedRoutes logged;
  private final EnvoyDeliveries envoys;
  private final MultiGauge missing;

  ReconciliationSchedule(
      Estate estate,
      CounterSources sources,
      IngestGateways gateways,
      Reconciliation reconciliation,
      LoggedRoutes logged,
      EnvoyDeliveries envoys,
      MeterRegistry metrics) {
    this.estate = estate;
    this.sources = sources;
    this.gateways = gateways;
    this.reconciliation = reconciliation;
    this.logged = logged;
    this.envoys = envoys;
    this.missing = MultiGauge.builder("entente.ingest.missing").register(metrics);
  }

  @Scheduled(
      every = "${entente.ingest.reconcile.every}",
      delayed = "${entente.ingest.reconcile.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void look() {
    Set<GatewayId> known = new HashSet<>();
    Set<GatewayId> measured = new HashSet<>();
    for (GatewayDocument document : estate.gateways()) {
      Optional<CounterSource> source = sources.of(document);
      GatewayId gateway = document.gateway().id();
      known.add(gateway);
      if (source.isPresent()) {
        measured.add(gateway);
        observe(document, source.get());
      } else {
        envoys
            .of(gateway)
            .ifPresent(
                made -> {
                  measured.add(gateway);
                  reconciliation.show(made);
                });
      }
    }
    reconciliation.keepOnly(measured);
    envoys.keepOnly(known);
    missing.register(
        measured.stream()
            .map(g -> MultiGauge.Row.of(Tags.of("gateway", g.value()), missing(g)))
            .toList(),
        true);
  }

  private long missing(GatewayId gateway) {
    return reconciliation.view(gateway).missing();
  }

  private void observe(GatewayDocument document, CounterSource source) {
    GatewayId gateway = document.gateway().id();
    try {
      gateways
          .routes(gateway)
          .map(routes -> logged.of(document, routes))
          .ifPresent(routes -> reconciliation.observe(gateway, source, routes));
    } catch (RuntimeException e) {
      LOG.errorf(e, "comparing counters of gateway %s with what arrived broke off", gateway);
    }
  }
}
