package io.entente.connector.envoy;

import io.entente.model.event.TrafficEvent;
import io.entente.model.identity.GatewayId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Both ends of every access log: what each Envoy counted by itself, and what of it became durable.
 * A stretch is judged only {@code settle} after an Envoy counted, so that what is on its way does
 * not look lost. Kept in memory from the start of this process on. Never blocks; safe between
 * threads.
 */
public final class AccessLogLedger {

  private final Duration settle;
  private final Duration window;
  private final InstantSource clock;
  private final Map<GatewayId, Map<String, NodeLedger>> gateways = new ConcurrentHashMap<>();

  /**
   * A ledger that is empty.
   *
   * @param settle how long an entry may be on its way
   * @param window how far back is compared
   */
  public AccessLogLedger(Duration settle, Duration window, InstantSource clock) {
    if (settle.isNegative() || window.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException("settle " + settle + " or window " + window + " is < 0");
    }
    this.settle = settle;
    this.window = window;
    this.clock = clock;
  }

  /** Each process of {@code gateway} that told of its counters, by name. */
  public List<NodeDelivery> of(GatewayId gateway) {
    Instant now = clock.instant();
    var nodes = gateways.computeIfAbsent(gateway, g -> new ConcurrentHashMap<>());
    nodes.values().removeIf(ledger -> ledger.heard().isBefore(now.minus(window)));
    return new TreeMap<>(nodes)
        .entrySet().stream()
            .filter(e -> e.getValue().counts())
            .map(e -> e.getValue().delivery(e.getKey(), now.minus(settle)))
            .toList();
  }

  /** Forgets every gateway but these. */
  public void keepOnly(Set<GatewayId> known) {
    gateways.keySet().retainAll(known);
  }

  /**
   * So many entries {@code node} has made since it started, those included that it threw away.
   *
   * @param at when it counted, on its own clock
   */
  public void counted(GatewayId gateway, String node, Instant at, long entries) {
    ledger(gateway, node).counted(clock.instant(), at, entries);
  }

  /** These are durable. */
  public void kept(GatewayId gateway, List<TrafficEvent> events) {
    Instant now = clock.instant();
    int from = 0;
    for (int to = 1; to <= events.size(); to++) {
      String node = events.get(from).node();
      if (to == events.size() || !events.get(to).node().equals(node)) {
        ledger(gateway, node).kept(now, events.subList(from, to));
        from = to;
      }
    }
  }

  private NodeLedger ledger(GatewayId gateway, String node) {
    return gateways
        .computeIfAbsent(gateway, g -> new ConcurrentHashMap<>())
        .computeIfAbsent(node, n -> new NodeLedger(window, clock.instant()));
  }
}
