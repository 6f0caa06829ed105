package io.entente.connector.apigee.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as Apigee writes them into a line: text, times in milliseconds since 1970. */
final class Stamps {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

  /** The last millisecond of the year 9999. */
  private static final long LATEST = 253_402_300_799_999L;

  /** Longer than a connection lives. */
  private static final Duration LONGEST = Duration.ofDays(120);

  private Stamps() {}

  static Optional<Long> count(String text) {
    return DIGITS.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  static Optional<Instant> instant(String text) {
    return count(text).filter(millis -> millis > 0 && millis <= LATEST).map(Instant::ofEpochMilli);
  }

  /** Empty unless both are there, in order, and no absurd time apart. */
  static Optional<Duration> between(Optional<Instant> start, Optional<String> end) {
    return start.flatMap(
        from ->
            end.flatMap(Stamps::instant)
                .map(to -> Duration.between(from, to))
                .filter(d -> !d.isNegative() && d.compareTo(LONGEST) <= 0));
  }
}
