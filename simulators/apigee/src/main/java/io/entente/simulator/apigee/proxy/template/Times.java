package io.entente.simulator.apigee.proxy.template;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as text, always UTC. */
final class Times {

  private Times() {}

  /** Empty when the pattern or the moment is not one. */
  static String format(String pattern, String moment, long millisPerUnit) {
    if (!moment.matches("-?[0-9]{1,15}")) {
      return "";
    }
    try {
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
          .withZone(ZoneOffset.UTC)
          .format(Instant.ofEpochMilli(Long.parseLong(moment) * millisPerUnit));
    } catch (IllegalArgumentException | DateTimeException unusable) {
      return "";
    }
  }
}
