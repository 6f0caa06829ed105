package io.entente.simulator.kong.proxy.plugin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A fixed wall-clock window of a limit, in UTC. Months count 30 days and years 365. */
enum Window {
  SECOND(1),
  MINUTE(60),
  HOUR(3600),
  DAY(86400),
  MONTH(2592000),
  YEAR(31536000);

  private final long seconds;

  Window(long seconds) {
    this.seconds = seconds;
  }

  long seconds() {
    return seconds;
  }

  /** Name in configurations. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name in headers. */
  String title() {
    return name().charAt(0) + key().substring(1);
  }

  /** Wall clock in milliseconds at which the window of {@code now} began. */
  long startOf(long now) {
    ZonedDateTime utc = Instant.ofEpochMilli(now).atZone(ZoneOffset.UTC);
    ZonedDateTime day = utc.truncatedTo(ChronoUnit.DAYS);
    return switch (this) {
      case MONTH -> day.withDayOfMonth(1).toInstant().toEpochMilli();
      case YEAR -> day.withDayOfYear(1).toInstant().toEpochMilli();
      default -> now - now % (seconds * 1000);
    };
  }

  /** Seconds until it ends, at least one. */
  long resetAfter(long now) {
    return Math.max(1, seconds - Math.floorDiv(now - startOf(now), 1000));
  }
}
