package io.entente.hub.traffic.rest;

import io.entente.model.problem.Problem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times as callers write them: ISO instants, or {@code -15m} before now; widths as {@code 30s}. */
public final class TimeExpression {

  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})([smhd])");
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  private TimeExpression() {}

  /** The time; where it is none, empty and one problem more. */
  public static Optional<Instant> instant(
      String name, String text, Instant now, List<Problem> problems) {
    try {
      var found = text.startsWith("-") ? ago(text, now) : Optional.of(Instant.parse(text));
      var usable = found.filter(t -> !t.isBefore(EARLIEST) && !t.isAfter(LATEST));
      if (usable.isPresent()) {
        return usable;
      }
    } catch (DateTimeException e) {
      // Reported below, like every other text that is not a time.
    }
    problems.add(
        Problem.user(
            "TRAFFIC_TIME_INVALID",
            "'" + name + "' is not a time",
            name,
            text,
            "Use an ISO instant such as 2026-11-21T10:00:00Z, or -15m, -1h, -7d before now."));
    return Optional.empty();
  }

  /** The width; where it is none, empty and one problem more. */
  public static Optional<Duration> width(String name, String text, List<Problem> problems) {
    var found = amount(text).filter(d -> d.toSeconds() >= 1);
    if (found.isEmpty()) {
      problems.add(
          Problem.user(
              "TRAFFIC_STEP_INVALID",
              "'" + name + "' is not a width of time",
              name,
              text,
              "Use seconds, minutes, hours or days such as 30s, 5m, 1h or 1d."));
    }
    return found;
  }

  private static Optional<Instant> ago(String text, Instant now) {
    return amount(text.substring(1)).map(now::minus);
  }

  private static Optional<Duration> amount(String text) {
    var matcher = AMOUNT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }
}
