package io.entente.connector.envoy;

import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The fleets of all gateways, fed from the store. */
final class Fleets {

  private final ResourceStore store;
  private final InstantSource clock;
  private final ResourceCodec codec = new ResourceCodec();
  private final Map<GatewayId, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(GatewayFleet fleet, ReentrantLock reading) {}

  Fleets(ResourceStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  GatewayFleet fleet(GatewayId gateway) {
    return entry(gateway).fleet();
  }

  /**
   * Reads the store and serves what it holds. Blocks on the store. Reading and serving are one
   * critical section per gateway, so an older read never overtakes a newer one.
   *
   * @throws ProblemException when what is stored is not valid; the fleet keeps what it had
   */
  void refresh(GatewayId gateway) {
    Entry entry = entry(gateway);
    entry.reading().lock();
    try {
      StoredResources stored = store.current(gateway);
      boolean served = entry.fleet().servedVersion().filter(v -> v == stored.version()).isPresent();
      if (!served) {
        entry.fleet().install(Configuration.of(stored, codec));
      }
    } catch (ProblemException e) {
      entry.fleet().cannotSend("not sent: " + e.getMessage());
      throw e;
    } finally {
      entry.reading().unlock();
    }
  }

  private Entry entry(GatewayId gateway) {
    return entries.computeIfAbsent(
        gateway, id -> new Entry(new GatewayFleet(clock), new ReentrantLock()));
  }
}
