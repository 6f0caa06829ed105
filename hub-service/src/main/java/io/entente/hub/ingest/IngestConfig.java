package io.entente.hub.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;

/** Logs that gateways deliver over HTTP. */
@ConfigMapping(prefix = "entente.ingest")
public interface IngestConfig {

  /**
   * Address where gateways deliver, as they reach this hub; its own loopback address where not set.
   * Set it as soon as a gateway runs on another machine.
   */
  Optional<String> url();

  /**
   * Largest body as sent. Raise it with {@code quarkus.http.limits.max-body-size}, which is to be
   * larger.
   */
  @WithDefault("8M")
  MemorySize maxBody();

  /** Largest body after unpacking. Raise it where packed bodies are refused as too large. */
  @WithDefault("32M")
  MemorySize maxInflated();

  /**
   * How many times larger than sent a body may become; what is below a megabyte is exempt. It stops
   * bodies made to fill memory; seldom changed.
   */
  @WithDefault("200")
  @Min(1)
  int maxRatio();

  /**
   * Most entries of one body, and never more than {@code entente.traffic.max-in-flight}. Raise both
   * where a gateway sends larger batches.
   */
  @WithDefault("10000")
  @Min(1)
  int maxEntries();

  /**
   * Most bytes of bodies under way at once; the next is told to come again. One gateway gets half
   * of it. A twentieth of the heap where not set.
   */
  Optional<MemorySize> maxMemory();

  /** Longest time a body may take to arrive. Raise it for gateways behind slow lines. */
  @WithDefault("PT30S")
  @DurationMin(millis = 10)
  Duration maxTime();

  /** Comparing what gateways counted with what arrived. */
  Reconcile reconcile();

  /** Comparing what gateways counted with what arrived. */
  interface Reconcile {

    /**
     * How long a gateway may keep an event before it counts as missing. Raise it where the
     * gateway's own queue waits longer.
     */
    @WithDefault("PT2M")
    @DurationMin(seconds = 0)
    Duration settle();

    /** How far back is compared. Raise it to see losses longer. */
    @WithDefault("PT24H")
    @DurationMin(seconds = 1)
    Duration window();

    /** How often is compared. Lower it to see a loss sooner. */
    @WithDefault("60s")
    @DurationMin(millis = 10)
    Duration every();
  }
}
