package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.envoy.AccessLogLedger;
import io.entente.hub.ingest.TelemetryView.OfNode;
import io.entente.hub.ingest.TelemetryView.State;
import io.entente.hub.traffic.Events;
import io.entente.model.identity.GatewayId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class EnvoyDeliveriesTest {

  private static final GatewayId GATEWAY = new GatewayId("edge");
  private static final Instant START = Events.START;

  private Instant now = START;
  private final AccessLogLedger ledger =
      new AccessLogLedger(Duration.ofMinutes(2), Duration.ofHours(24), () -> now);
  private final EnvoyDeliveries deliveries = new EnvoyDeliveries(ledger);
  private final Reconciliation reconciliation =
      new Reconciliation(
          Duration.ofMinutes(2), Duration.ofHours(24), (g, api, since, to) -> 0, () -> now);

  @Test
  void aGatewayThatToldOfNoCountersIsNotMeasured() {
    assertThat(deliveries.of(GATEWAY)).isEmpty();
  }

  @Test
  void oneInAHundredIsMissingOnceItIsSettledAndTheHubIsNotWell() {
    // Given
    ledger.counted(GATEWAY, "node-1", now, 0);
    serve(1_000, 990);

    // When
    assertThat(deliveries.of(GATEWAY).orElseThrow().state()).isEqualTo(State.WAITING);
    now = now.plus(Duration.ofMinutes(2));
    var view = deliveries.of(GATEWAY).orElseThrow();
    reconciliation.show(view);

    // Then
    assertThat(view.state()).isEqualTo(State.MEASURED);
    assertThat(view.missing()).isEqualTo(10);
    assertThat(view.nodes()).containsExactly(new OfNode("node-1", 1_000, 990, 10, 0));
    assertThat(view.asOf()).contains(START.plusSeconds(60));
    var health = new DeliveryHealth(reconciliation).call();
    assertThat(health.getStatus()).isEqualTo(Status.DOWN);
    assertThat(health.getData().orElseThrow()).containsEntry("edge", "10 of 1000 requests missing");
  }

  @Test
  void theHubIsWellWhereAllArrived() {
    // Given
    ledger.counted(GATEWAY, "node-1", now, 0);
    serve(1_000, 1_000);
    now = now.plus(Duration.ofMinutes(2));

    // When
    reconciliation.show(deliveries.of(GATEWAY).orElseThrow());

    // Then
    assertThat(reconciliation.view(GATEWAY).missing()).isZero();
    assertThat(new DeliveryHealth(reconciliation).call().getStatus()).isEqualTo(Status.UP);
  }

  @Test
  void gatewaysThatAreNoMoreAreForgotten() {
    // Given
    ledger.counted(GATEWAY, "node-1", now, 0);

    // When
    deliveries.keepOnly(Set.of());

    // Then
    assertThat(deliveries.of(GATEWAY)).isEmpty();
  }

  private void serve(int made, int kept) {
    for (int i = 0; i < kept; i++) {
      var event = Events.event("e" + i, now.plusSeconds(30), 200, Duration.ofMillis(3));
      ledger.kept(GATEWAY, List.of(event));
    }
    now = now.plusSeconds(60);
    ledger.counted(GATEWAY, "node-1", now, made);
  }
}
