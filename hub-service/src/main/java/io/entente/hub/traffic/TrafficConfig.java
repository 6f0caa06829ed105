package io.entente.hub.traffic;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Traffic events on their way to Kafka, and the store that answers questions about them. */
@ConfigMapping(prefix = "entente.traffic")
public interface TrafficConfig {

  /**
   * Where events are kept: {@code duckdb} in a file of this machine, {@code clickhouse} on a
   * server, for estates that outgrow a machine. A store that is new is filled from Kafka.
   */
  @WithDefault("duckdb")
  Kept store();

  /** The server, where {@code entente.traffic.store} is {@code clickhouse}. */
  ClickHouse clickhouse();

  /** The DuckDB file. Put it on a fast disk where there is much traffic. */
  @WithDefault("${entente.data-dir:.entente/data}/traffic.duckdb")
  Path file();

  /** Most memory DuckDB takes, as it writes sizes: 256MB, 2GB. Raise it for long time ranges. */
  @WithDefault("256MB")
  @Pattern(regexp = "\\d+(\\.\\d+)?\\s?([KMGT]i?B)")
  String memoryLimit();

  /**
   * How far apart in time two deliveries of one event may say it happened and still count as one.
   * Gateways say the same time each time they deliver; the longer this is, the more is looked
   * through where there is much traffic. Seldom changed.
   */
  @WithDefault("PT10S")
  @DurationMin(seconds = 0)
  Duration duplicateWindow();

  /** How long the store keeps an event after the hub received it. Lower it to save the disk. */
  @WithDefault("PT720H")
  @DurationMin(seconds = 1)
  Duration retention();

  /**
   * Most disk that the store takes. Beyond it the oldest events go before their time, which is
   * logged; ClickHouse gives up whole days. Raise it with the disk.
   */
  @WithDefault("20G")
  MemorySize maxSize();

  /** Within which a batch is acknowledged by Kafka or reported as failed. */
  @WithDefault("PT15S")
  @DurationMin(millis = 100)
  Duration publishTimeout();

  /**
   * Most events accepted and not yet acknowledged; deliveries beyond it are told to come again.
   * Raise it with the memory.
   */
  @WithDefault("20000")
  @Min(1)
  int maxInFlight();

  /** Records behind Kafka from which on reading counts as unhealthy. */
  @WithDefault("100000")
  @Min(0)
  long maxLag();

  /** Which store. */
  enum Kept {
    DUCKDB,
    CLICKHOUSE
  }

  /** A ClickHouse server. */
  interface ClickHouse {

    /** Its HTTP interface. */
    @WithDefault("http://127.0.0.1:8123")
    URI url();

    /** The database, which has to be there; the tables are made in it. */
    @WithDefault("entente")
    String database();

    /** Who the hub is there. */
    @WithDefault("default")
    String user();

    /** The user's password. Give it by the environment. */
    Optional<String> password();
  }
}
