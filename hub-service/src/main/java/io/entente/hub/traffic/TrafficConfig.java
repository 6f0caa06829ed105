package io.entente.hub.traffic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings under {@code entente.traffic}. */
@ConfigMapping(prefix = "entente.traffic")
public interface TrafficConfig {

  /** The DuckDB file. */
  @WithDefault("${entente.data-dir:.entente/data}/traffic.duckdb")
  Path file();

  /** Most memory DuckDB takes. */
  @WithDefault("256MB")
  String memoryLimit();

  /** How far apart in time two deliveries of one event may say it happened. */
  @WithDefault("PT10M")
  Duration duplicateWindow();

  /** How long the store keeps an event after the hub received it. */
  @WithDefault("PT720H")
  Duration retention();

  /** Within which a batch is acknowledged by Kafka or reported as failed. */
  @WithDefault("PT15S")
  Duration publishTimeout();

  /** Most events accepted and not yet acknowledged. */
  @WithDefault("20000")
  int maxInFlight();

  /** Records behind Kafka from which on reading counts as unhealthy. */
  @WithDefault("100000")
  long maxLag();
}
