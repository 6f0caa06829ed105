package io.entente.simulator.apigee.proxy.limit;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/**
 * A length of time in units.
 *
 * @param count how many units
 */
public record Window(int count, ChronoUnit unit) {

  public Window {
    if (count < 1) {
      throw new IllegalArgumentException("a window of " + count + " " + unit);
    }
  }

  /** Empty for a word that is no unit. */
  public static Optional<ChronoUnit> unit(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "second" -> Optional.of(ChronoUnit.SECONDS);
      case "minute" -> Optional.of(ChronoUnit.MINUTES);
      case "hour" -> Optional.of(ChronoUnit.HOURS);
      case "day" -> Optional.of(ChronoUnit.DAYS);
      case "week" -> Optional.of(ChronoUnit.WEEKS);
      case "month" -> Optional.of(ChronoUnit.MONTHS);
      default -> Optional.empty();
    };
  }

  Instant end(Instant start) {
    return utc(start).plus(count, unit).toInstant();
  }

  /** The moment a window that ends now began. */
  Instant back(Instant end) {
    return utc(end).minus(count, unit).toInstant();
  }

  /** The beginning of the running unit, in UTC. */
  Instant startOfUnit(Instant now) {
    ZonedDateTime time = utc(now);
    ZonedDateTime start =
        switch (unit) {
          case WEEKS ->
              time.truncatedTo(ChronoUnit.DAYS)
                  .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTHS -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
          default -> time.truncatedTo(unit);
        };
    return start.toInstant();
  }

  /** The beginning of the window around now, when windows follow each other from an anchor on. */
  Instant startFrom(Instant anchor, Instant now) {
    long units = unit.between(utc(anchor), utc(now));
    Instant start = utc(anchor).plus(Math.floorDiv(units, count) * count, unit).toInstant();
    return start.isAfter(now) ? back(start) : start;
  }

  private static ZonedDateTime utc(Instant instant) {
    return instant.atZone(ZoneOffset.UTC);
  }
}
