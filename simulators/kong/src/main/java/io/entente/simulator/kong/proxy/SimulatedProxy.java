package io.entente.simulator.kong.proxy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.MetricsPage;
import io.entente.simulator.kong.ProxyHooks;
import io.entente.simulator.kong.ProxyServer;
import io.entente.simulator.kong.proxy.config.CurrentSnapshot;
import io.entente.simulator.kong.proxy.log.LogQueues;
import io.entente.simulator.kong.proxy.metrics.ProxyMetrics;
import io.entente.simulator.kong.proxy.plugin.CacheStore;
import io.entente.simulator.kong.proxy.plugin.EnforcedPlugins;
import io.entente.simulator.kong.proxy.upstream.Upstreams;
import io.entente.simulator.kong.store.KongStore;
import io.entente.simulator.kong.store.NodeSettings;
import java.io.IOException;
import java.util.Optional;

/** The proxy of a node with all that belongs to it. Any thread. */
public final class SimulatedProxy implements ProxyServer, ProxyHooks {

  private final CurrentSnapshot snapshot;
  private final Upstreams upstreams;
  private final LogQueues logs = new LogQueues();
  private final CacheStore cache = new CacheStore();
  private final ProxyMetrics metrics;
  private final ProxyListener listener;

  /**
   * Starts listening on 127.0.0.1.
   *
   * @param port 0 for any free port
   */
  public SimulatedProxy(KongStore store, NodeSettings settings, int port) throws IOException {
    this.snapshot = new CurrentSnapshot(store, settings.workerStateUpdateFrequency());
    this.upstreams = new Upstreams(snapshot);
    this.metrics = new ProxyMetrics(upstreams::metrics);
    var gateway =
        new Gateway(
            EnforcedPlugins.create(logs, metrics, cache), new Forwarder(upstreams.balancer()));
    this.listener = new ProxyListener(port, gateway, snapshot, settings, metrics);
  }

  @Override
  public int port() {
    return listener.port();
  }

  @Override
  public ProxyHooks hooks() {
    return this;
  }

  @Override
  public MetricsPage metrics() {
    return metrics;
  }

  /** Log entries lost so far, for lack of room or because an endpoint stayed away. */
  public long lostLogEntries() {
    return logs.lost();
  }

  @Override
  public void purgeCache() {
    cache.clear();
  }

  @Override
  public boolean purgeCacheEntry(String cacheKey) {
    return cache.remove(cacheKey);
  }

  @Override
  public Optional<ObjectNode> cacheEntry(String cacheKey) {
    return cache.show(cacheKey);
  }

  @Override
  public Health health(String upstreamId, String targetId) {
    return upstreams.health(upstreamId, targetId);
  }

  @Override
  public void setHealth(String upstreamId, String targetId, boolean healthy) {
    upstreams.setHealth(upstreamId, targetId, healthy);
  }

  @Override
  public void close() {
    listener.close();
    upstreams.close();
    snapshot.close();
    logs.close();
  }
}
