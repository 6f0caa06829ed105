package io.entente.translator.kong.emit;

import io.entente.policy.Quota;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The windows that rate-limiting has, shortest first. */
enum RateLimitUnit {
  SECOND(Duration.ofSeconds(1)),
  MINUTE(Duration.ofMinutes(1)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1)),
  /** Counted by calendar month. */
  MONTH(Duration.ofDays(30)),
  /** Counted by calendar year. */
  YEAR(Duration.ofDays(365));

  private final Duration window;

  RateLimitUnit(Duration window) {
    this.window = window;
  }

  static Optional<RateLimitUnit> of(Duration window) {
    return Arrays.stream(values()).filter(unit -> unit.window.equals(window)).findFirst();
  }

  /** A week is none of them. */
  static Optional<RateLimitUnit> of(Quota.Period period) {
    return switch (period) {
      case HOUR -> Optional.of(HOUR);
      case DAY -> Optional.of(DAY);
      case WEEK -> Optional.empty();
      case MONTH -> Optional.of(MONTH);
    };
  }

  /** The longest that is not longer than {@code window}; windows are at least one second. */
  static RateLimitUnit within(Duration window) {
    return Arrays.stream(values())
        .filter(unit -> unit.window.compareTo(window) <= 0)
        .max(Comparator.naturalOrder())
        .orElse(SECOND);
  }

  /** The field of the plugin's configuration. */
  String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  long seconds() {
    return window.toSeconds();
  }

  /** Windows of which a recording shows the edge. */
  boolean recorded() {
    return this == SECOND || this == MINUTE;
  }

  boolean byCalendar() {
    return this == MONTH || this == YEAR;
  }
}
