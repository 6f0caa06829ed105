package io.entente.simulator.apigee.stats;

import io.entente.simulator.apigee.error.Refusal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * {@code MM/DD/YYYY HH:MM~MM/DD/YYYY HH:MM}, GMT.
 *
 * @param from epoch milliseconds, inclusive
 * @param to epoch milliseconds, exclusive
 */
record TimeRange(long from, long to) {

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm[:ss]");

  /**
   * Reads one.
   *
   * @throws Refusal when it is malformed or ends before it starts
   */
  static TimeRange read(String text) {
    String[] ends = text.split("~", -1);
    if (ends.length != 2) {
      throw Refusal.invalid("Invalid timeRange '" + text + "'");
    }
    var range = new TimeRange(millis(ends[0]), millis(ends[1]));
    if (range.to() <= range.from()) {
      throw Refusal.invalid("timeRange '" + text + "' ends before it starts");
    }
    return range;
  }

  double seconds() {
    return (to - from) / 1000.0;
  }

  private static long millis(String text) {
    try {
      return LocalDateTime.parse(text.strip(), FORM).toInstant(ZoneOffset.UTC).toEpochMilli();
    } catch (DateTimeException e) {
      throw Refusal.invalid("Invalid timeRange: '" + text + "' is no MM/DD/YYYY HH:MM");
    }
  }
}
