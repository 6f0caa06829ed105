package io.entente.hub.traffic.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants as {@link Instant#toString} writes and {@link Instant#parse} reads them. Java's own
 * formatter is most of what writing or reading an event would cost; it still does the odd ones.
 */
final class InstantText {

  private static final int DAY = 86_400;
  private static final long FIRST = -62_167_219_200L; // 0000-01-01
  private static final long END = 253_402_300_800L; // 10000-01-01
  private static final int SECONDS = "0000-00-00T00:00:00".length();
  private static final int LONGEST = SECONDS + ".000000000Z".length();

  private InstantText() {}

  static String of(Instant instant) {
    long seconds = instant.getEpochSecond();
    if (seconds < FIRST || seconds >= END) {
      return instant.toString();
    }
    var date = LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY));
    int ofDay = Math.floorMod(seconds, DAY);
    byte[] text = new byte[LONGEST];
    digits(text, 0, 4, date.getYear());
    text[4] = '-';
    digits(text, 5, 2, date.getMonthValue());
    text[7] = '-';
    digits(text, 8, 2, date.getDayOfMonth());
    text[10] = 'T';
    digits(text, 11, 2, ofDay / 3600);
    text[13] = ':';
    digits(text, 14, 2, ofDay / 60 % 60);
    text[16] = ':';
    digits(text, 17, 2, ofDay % 60);
    int end = fraction(text, instant.getNano());
    text[end] = 'Z';
    return new String(text, 0, end + 1, StandardCharsets.ISO_8859_1);
  }

  /** Thousandths, millionths or billionths, as few as are exact; none of a whole second. */
  private static int fraction(byte[] text, int nanos) {
    if (nanos == 0) {
      return SECONDS;
    }
    int places = nanos % 1_000_000 == 0 ? 3 : nanos % 1000 == 0 ? 6 : 9;
    int value = places == 3 ? nanos / 1_000_000 : places == 6 ? nanos / 1000 : nanos;
    text[SECONDS] = '.';
    digits(text, SECONDS + 1, places, value);
    return SECONDS + 1 + places;
  }

  private static void digits(byte[] text, int at, int count, int value) {
    int rest = value;
    for (int i = at + count - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** Throws {@link DateTimeException} when it is none. */
  static Instant parse(String text) {
    int end = text.length() - 1;
    if (!usual(text, end)) {
      return Instant.parse(text);
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS);
    int nanos = nanos(text, end);
    boolean digits = (year | month | day | hour | minute | second | nanos) >= 0;
    if (!digits || hour > 23 || minute > 59 || second > 59) {
      return Instant.parse(text);
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    return Instant.ofEpochSecond(days * DAY + hour * 3600 + minute * 60 + second, nanos);
  }

  /** Whether everything but digits is where it is in what {@link #of} writes. */
  private static boolean usual(String text, int end) {
    return end >= SECONDS
        && end < LONGEST
        && (end == SECONDS || (end > SECONDS + 1 && text.charAt(SECONDS) == '.'))
        && text.charAt(end) == 'Z'
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static int nanos(String text, int end) {
    int from = Math.min(SECONDS + 1, end);
    int value = number(text, from, end);
    for (int i = end - from; i < 9; i++) {
      value *= 10;
    }
    return value;
  }

  /** The number in these places, of at most nine digits; below 0 when one is no digit. */
  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
