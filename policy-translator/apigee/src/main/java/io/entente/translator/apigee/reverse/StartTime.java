package io.entente.translator.apigee.reverse;

import io.entente.policy.Quota.Period;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * When the first period of a calendar quota began: with a period of the calendar in UTC, or not.
 */
final class StartTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-M-d H:m:s", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private StartTime() {}

  /**
   * @throws Unsaid the periods do not begin where those of the calendar do
   */
  static void require(String text, Period period) throws Unsaid {
    LocalDateTime start = parse(text);
    boolean hour = start.getMinute() == 0 && start.getSecond() == 0;
    boolean day = hour && start.getHour() == 0;
    boolean begins =
        switch (period) {
          case HOUR -> hour;
          case DAY -> day;
          case WEEK -> day && start.getDayOfWeek() == DayOfWeek.MONDAY;
          case MONTH -> day && start.getDayOfMonth() == 1;
        };
    if (!begins) {
      throw new Unsaid(
          "begins its periods at %s, and quota begins a %s with the calendar in UTC"
              .formatted(text, period.name().toLowerCase(Locale.ROOT)));
    }
  }

  private static LocalDateTime parse(String text) throws Unsaid {
    try {
      return LocalDateTime.parse(text, FORMAT);
    } catch (DateTimeParseException e) {
      throw new Unsaid("has the StartTime '%s', which is no time".formatted(text));
    }
  }
}
