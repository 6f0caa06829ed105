package io.entente.translator.apigee.emit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * A window as Quota writes it.
 *
 * @param interval how many units
 */
record QuotaWindow(long interval, Unit unit) {

  /** Units that always have the same length; a month has not. */
  enum Unit {
    MINUTE("minute", 60),
    HOUR("hour", 3600),
    DAY("day", 86400);

    private final String word;
    private final long seconds;

    Unit(String word, long seconds) {
      this.word = word;
      this.seconds = seconds;
    }

    String word() {
      return word;
    }
  }

  /** In the longest unit that fits; empty when the window is no whole number of minutes. */
  static Optional<QuotaWindow> of(Duration window) {
    return Arrays.stream(Unit.values())
        .filter(unit -> window.toSeconds() % unit.seconds == 0)
        .max(Comparator.naturalOrder())
        .map(unit -> new QuotaWindow(window.toSeconds() / unit.seconds, unit));
  }
}
