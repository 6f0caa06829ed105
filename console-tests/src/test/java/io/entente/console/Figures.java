package io.entente.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as the console writes them, worked out anew and apart from the console's own code. */
final class Figures {

  private Figures() {}

  static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** A share of 0 to 1 that is not nearly nothing or nearly all. */
  static String percent(double share) {
    return share <= 0 ? "0 %" : rounded(share * 100, share < 0.1 ? 2 : 1) + " %";
  }

  /** A time below ten seconds. */
  static String millis(double millis) {
    return rounded(millis, millis < 10 ? 1 : 0) + " ms";
  }

  private static String rounded(double number, int digits) {
    return new BigDecimal(number).setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }
}
