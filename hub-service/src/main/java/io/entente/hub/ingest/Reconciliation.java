package io.entente.hub.ingest;

import io.entente.connector.kong.log.RouteAttribution;
import io.entente.hub.ingest.TelemetryView.OfApi;
import io.entente.hub.ingest.TelemetryView.State;
import io.entente.model.identity.GatewayId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compares what gateways counted with what arrived. A stretch is judged only after the time that a
 * gateway may keep an event, so that what is on its way does not count as missing. What was counted
 * is kept in memory: a hub that restarts begins anew and says since when. One thread observes, any
 * number ask; observing blocks.
 */
@ApplicationScoped
public class Reconciliation {

  private final Duration settle;
  private final Duration window;
  private final Arrivals arrivals;
  private final InstantSource clock;
  private final Map<GatewayId, Ledger> ledgers = new ConcurrentHashMap<>();
  private final Map<GatewayId, TelemetryView> views = new ConcurrentHashMap<>();

  @Inject
  Reconciliation(IngestConfig config, StoredArrivals arrivals) {
    this(
        config.reconcile().settle(), config.reconcile().window(), arrivals, InstantSource.system());
  }

  Reconciliation(Duration settle, Duration window, Arrivals arrivals, InstantSource clock) {
    this.settle = settle;
    this.window = window;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  /** Reads the counters of {@code gateway} once and compares as far as is settled. */
  void observe(GatewayId gateway, CounterSource counters, RouteAttribution routes) {
    try {
      var read = counters.read();
      var ledger = ledgers.computeIfAbsent(gateway, g -> new Ledger(window));
      Instant now = clock.instant();
      ledger.add(now, read, routes);
      views.put(
          gateway,
          ledger
              .until(now.minus(settle))
              .map(stretch -> compare(gateway, stretch, ledger.restarts()))
              .orElse(TelemetryView.empty(gateway.value(), State.WAITING, Optional.empty())));
    } catch (IOException e) {
      views.put(gateway, failing(view(gateway), "the counters cannot be read: " + e.getMessage()));
    }
  }

  /** Takes over a comparison that was made elsewhere. */
  void show(TelemetryView made) {
    views.put(new GatewayId(made.gateway()), made);
  }

  /** Every last comparison that found more missing than is put down to its ends. */
  List<TelemetryView> losing() {
    return views.values().stream().filter(TelemetryView::losing).toList();
  }

  /** How the last comparison of {@code gateway} came out. */
  TelemetryView view(GatewayId gateway) {
    return Optional.ofNullable(views.get(gateway))
        .orElse(TelemetryView.empty(gateway.value(), State.NOT_MEASURED, Optional.empty()));
  }

  /** Forgets every gateway but these. */
  void keepOnly(Set<GatewayId> measured) {
    ledgers.keySet().retainAll(measured);
    views.keySet().retainAll(measured);
  }

  private TelemetryView compare(GatewayId gateway, Ledger.Stretch stretch, int restarts) {
    var apis = new ArrayList<OfApi>();
    stretch
        .counted()
        .forEach(
            (api, counted) -> {
              long arrived = arrivals.of(gateway, api, stretch.since(), stretch.asOf());
              apis.add(new OfApi(api.value(), counted, arrived, Math.max(0, counted - arrived)));
            });
    return new TelemetryView(
        gateway.value(),
        State.MEASURED,
        apis.stream().mapToLong(OfApi::counted).sum(),
        apis.stream().mapToLong(OfApi::arrived).sum(),
        apis.stream().mapToLong(OfApi::missing).sum(),
        Optional.of(stretch.since()),
        Optional.of(stretch.asOf()),
        restarts,
        apis,
        List.of(),
        TelemetryView.NOTE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static TelemetryView failing(TelemetryView last, String why) {
    return new TelemetryView(
        last.gateway(),
        State.FAILING,
        last.counted(),
        last.arrived(),
        last.missing(),
        last.since(),
        last.asOf(),
        last.restarts(),
        last.apis(),
        last.nodes(),
        last.note(),
        Optional.of(why),
        Optional.empty(),
        Optional.empty());
  }
}
