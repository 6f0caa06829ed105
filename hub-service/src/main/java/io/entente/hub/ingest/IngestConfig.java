package io.entente.hub.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code entente.ingest}. */
@ConfigMapping(prefix = "entente.ingest")
public interface IngestConfig {

  /** Where gateways deliver, as they reach this hub; its own loopback address where not set. */
  Optional<String> url();

  /** Largest body as sent. */
  @WithDefault("8M")
  MemorySize maxBody();

  /** Largest body after unpacking. */
  @WithDefault("32M")
  MemorySize maxInflated();

  /** How many times larger than sent a body may become; what is below a megabyte is exempt. */
  @WithDefault("200")
  int maxRatio();

  /** Most entries of one body, and never more than {@code entente.traffic.max-in-flight}. */
  @WithDefault("10000")
  int maxEntries();

  /** Most bodies taken in at once; the next is told to come again. */
  @WithDefault("12")
  int concurrent();

  /** Most of them from one gateway. */
  @WithDefault("6")
  int concurrentPerGateway();

  /** Longest time a body may take to arrive. */
  @WithDefault("PT30S")
  Duration maxTime();

  Reconcile reconcile();

  /** Comparing what gateways counted with what arrived. */
  interface Reconcile {

    /** How long a gateway may keep an event before it counts as missing. */
    @WithDefault("PT2M")
    Duration settle();

    /** How far back is compared. */
    @WithDefault("PT24H")
    Duration window();
  }
}
