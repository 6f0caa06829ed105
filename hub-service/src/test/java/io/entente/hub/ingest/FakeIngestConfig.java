package io.entente.hub.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of a test.
 *
 * @param memory 0 where it is not set
 */
record FakeIngestConfig(long body, long inflated, int maxRatio, int maxEntries, long memory)
    implements IngestConfig {

  static final FakeIngestConfig USUAL =
      new FakeIngestConfig(8 << 20, 32 << 20, 200, 10_000, 48 << 20);

  @Override
  public Optional<String> url() {
    return Optional.empty();
  }

  @Override
  public MemorySize maxBody() {
    return new MemorySize(BigInteger.valueOf(body));
  }

  @Override
  public MemorySize maxInflated() {
    return new MemorySize(BigInteger.valueOf(inflated));
  }

  @Override
  public Optional<MemorySize> maxMemory() {
    return Optional.of(memory)
        .filter(some -> some > 0)
        .map(BigInteger::valueOf)
        .map(MemorySize::new);
  }

  @Override
  public Duration maxTime() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Reconcile reconcile() {
    return new Compared(Duration.ofMinutes(2), Duration.ofHours(24), Duration.ofMinutes(1));
  }

  record Compared(Duration settle, Duration window, Duration every) implements Reconcile {}
}
