package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.connector.kong.log.ApiRoute;
import io.entente.connector.kong.log.RequestSeries;
import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.ingest.TelemetryView.State;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.RouteName;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final GatewayId GATEWAY = new GatewayId("kong-a");
  private static final RouteAttribution ROUTES =
      (id, name) ->
          name.filter(n -> n.startsWith("our-"))
              .map(n -> new ApiRoute(new ApiName(n.substring(4)), new RouteName("all")));

  private final Map<RequestSeries, Long> counters = new HashMap<>();
  private final List<Instant> arrivals = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private final Reconciliation reconciliation =
      new Reconciliation(
          Duration.ofMinutes(2),
          Duration.ofHours(1),
          (gateway, api, since, to) ->
              arrivals.stream().filter(t -> !t.isBefore(since) && t.isBefore(to)).count(),
          () -> now);

  @Test
  void everythingThatWasCountedAndArrivedLeavesNothingMissing() {
    // Given
    requests("our-orders", "200", 1000);
    observe();
    // When
    serve("our-orders", 7, 7);
    pass(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(3));
    // Then
    var view = reconciliation.view(GATEWAY);
    assertThat(view.state()).isEqualTo(State.MEASURED);
    assertThat(view.counted()).isEqualTo(7);
    assertThat(view.arrived()).isEqualTo(7);
    assertThat(view.missing()).isZero();
    assertThat(view.since()).contains(Instant.parse("2026-11-21T10:00:00Z"));
    assertThat(view.asOf()).contains(Instant.parse("2026-11-21T10:01:00Z"));
  }

  @Test
  void saysHowManyAreMissingAndOfWhichApi() {
    // Given
    observe();
    // When
    serve("our-orders", 10, 6);
    pass(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(2));
    // Then
    var view = reconciliation.view(GATEWAY);
    assertThat(view.missing()).isEqualTo(4);
    assertThat(view.apis()).containsExactly(new TelemetryView.OfApi("orders", 10, 6, 4));
  }

  @Test
  void whatIsStillOnItsWayDoesNotCountAsMissing() {
    // Given
    observe();
    pass(Duration.ofMinutes(1));
    // When
    serve("our-orders", 5, 0);
    pass(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(1));
    // Then
    assertThat(reconciliation.view(GATEWAY).missing()).isZero();
    pass(Duration.ofMinutes(1));
    assertThat(reconciliation.view(GATEWAY).missing()).isEqualTo(5);
  }

  @Test
  void waitsUntilTwoReadingsAreSettled() {
    observe();
    assertThat(reconciliation.view(GATEWAY).state()).isEqualTo(State.WAITING);
    pass(Duration.ofMinutes(1));
    assertThat(reconciliation.view(GATEWAY).state()).isEqualTo(State.WAITING);
  }

  @Test
  void countersThatBeganAgainAreCountedFromZero() {
    // Given
    requests("our-orders", "200", 1000);
    requests("our-orders", "500", 10);
    observe();
    serve("our-orders", 5, 5);
    pass(Duration.ofMinutes(1));
    // When
    counters.clear();
    serve("our-orders", 8, 8);
    pass(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(3));
    // Then
    var view = reconciliation.view(GATEWAY);
    assertThat(view.counted()).isEqualTo(13);
    assertThat(view.missing()).isZero();
    assertThat(view.restarts()).isEqualTo(1);
  }

  @Test
  void oneCounterThatVanishedDoesNotMakeTheOthersGrow() {
    // Given
    for (int code = 200; code < 210; code++) {
      requests("our-orders", Integer.toString(code), 1000);
    }
    observe();
    // When
    counters.remove(series("our-orders", "205"));
    pass(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(3));
    // Then
    assertThat(reconciliation.view(GATEWAY).counted()).isZero();
    assertThat(reconciliation.view(GATEWAY).restarts()).isZero();
  }

  @Test
  void leavesOut404AndRoutesThatAreNotOurs() {
    // Given
    observe();
    // When
    requests("our-orders", "404", 50);
    requests("theirs", "200", 60);
    pass(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(3));
    // Then
    var view = reconciliation.view(GATEWAY);
    assertThat(view.state()).isEqualTo(State.MEASURED);
    assertThat(view.counted()).isZero();
    assertThat(view.note()).contains("404");
  }

  @Test
  void comparesNoFurtherBackThanTheWindow() {
    // Given
    observe();
    serve("our-orders", 5, 0);
    pass(Duration.ofMinutes(1));
    // When
    for (int i = 0; i < 70; i++) {
      pass(Duration.ofMinutes(1));
    }
    // Then
    var view = reconciliation.view(GATEWAY);
    assertThat(view.counted()).isZero();
    assertThat(Duration.between(view.since().orElseThrow(), now)).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void aReadingThatFailsIsSaidAndTheNumbersStay() {
    // Given
    observe();
    serve("our-orders", 10, 6);
    pass(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(2));
    // When
    reconciliation.observe(
        GATEWAY,
        () -> {
          throw new IOException("refused");
        },
        ROUTES);
    // Then
    var view = reconciliation.view(GATEWAY);
    assertThat(view.state()).isEqualTo(State.FAILING);
    assertThat(view.missing()).isEqualTo(4);
    assertThat(view.failure()).contains("the counters cannot be read: refused");
  }

  @Test
  void gatewaysThatAreNoMoreAreForgotten() {
    observe();
    reconciliation.keepOnly(Set.of());
    assertThat(reconciliation.view(GATEWAY).state()).isEqualTo(State.NOT_MEASURED);
  }

  private void serve(String route, int counted, int arrived) {
    requests(route, "200", counted);
    for (int i = 0; i < arrived; i++) {
      arrivals.add(now.plusSeconds(1));
    }
  }

  private void requests(String route, String code, long count) {
    counters.merge(series(route, code), count, Long::sum);
  }

  private static RequestSeries series(String route, String code) {
    return new RequestSeries("s", route, code, "service", "");
  }

  private void pass(Duration time) {
    now = now.plus(time);
    observe();
  }

  private void observe() {
    reconciliation.observe(GATEWAY, () -> Map.copyOf(counters), ROUTES);
  }
}
