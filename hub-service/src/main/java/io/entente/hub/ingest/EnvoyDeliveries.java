package io.entente.hub.ingest;

import io.entente.connector.envoy.AccessLogLedger;
import io.entente.connector.envoy.NodeDelivery;
import io.entente.connector.envoy.NodeDelivery.Stretch;
import io.entente.hub.ingest.TelemetryView.OfNode;
import io.entente.hub.ingest.TelemetryView.State;
import io.entente.model.identity.GatewayId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Envoys counted of their access logs beside what arrived. Safe between threads. */
@ApplicationScoped
public class EnvoyDeliveries {

  private final AccessLogLedger ledger;

  EnvoyDeliveries(AccessLogLedger ledger) {
    this.ledger = ledger;
  }

  @Produces
  @Singleton
  static AccessLogLedger ledger(IngestConfig config) {
    return new AccessLogLedger(
        config.reconcile().settle(), config.reconcile().window(), InstantSource.system());
  }

  /** The comparison over all processes of {@code gateway}; empty while none told of counters. */
  Optional<TelemetryView> of(GatewayId gateway) {
    List<NodeDelivery> nodes = ledger.of(gateway);
    return nodes.isEmpty() ? Optional.empty() : Optional.of(view(gateway, nodes));
  }

  void keepOnly(Set<GatewayId> known) {
    ledger.keepOnly(known);
  }

  private static TelemetryView view(GatewayId gateway, List<NodeDelivery> nodes) {
    List<Stretch> stretches = nodes.stream().flatMap(n -> n.stretch().stream()).toList();
    return new TelemetryView(
        gateway.value(),
        stretches.isEmpty() ? State.WAITING : State.MEASURED,
        nodes.stream().mapToLong(NodeDelivery::counted).sum(),
        nodes.stream().mapToLong(NodeDelivery::arrived).sum(),
        nodes.stream().mapToLong(NodeDelivery::missing).sum(),
        stretches.stream().map(Stretch::since).min(Instant::compareTo),
        stretches.stream().map(Stretch::asOf).max(Instant::compareTo),
        nodes.stream().mapToInt(NodeDelivery::restarts).sum(),
        List.of(),
        nodes.stream()
            .map(n -> new OfNode(n.node(), n.counted(), n.arrived(), n.missing(), n.restarts()))
            .toList(),
        TelemetryView.ENVOY_NOTE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
