package io.entente.policy.shape;

import java.util.ArrayList;
import java.util.List;

/** A regular expression for the whole numbers from 1 to a bound, so that a schema can say it. */
final class NumberPattern {

  private NumberPattern() {}

  /** Numbers 1 to {@code max}, without leading zeros; no group is captured. */
  static String upTo(long max) {
    if (max < 1) {
      throw new IllegalArgumentException("bound " + max + " is < 1");
    }
    String digits = Long.toString(max);
    List<String> parts = new ArrayList<>();
    if (digits.length() > 1) {
      parts.add("[1-9]" + anyDigits(digits.length() - 2, 0));
    }
    for (int i = 0; i < digits.length(); i++) {
      char lowest = i == 0 ? '1' : '0';
      char below = (char) (digits.charAt(i) - 1);
      if (below >= lowest) {
        int rest = digits.length() - i - 1;
        parts.add(digits.substring(0, i) + range(lowest, below) + anyDigits(rest, rest));
      }
    }
    parts.add(digits);
    return String.join("|", parts);
  }

  private static String range(char from, char to) {
    return from == to ? String.valueOf(from) : "[" + from + "-" + to + "]";
  }

  private static String anyDigits(int most, int least) {
    if (most == 0) {
      return "";
    }
    return "[0-9]{" + (least == most ? "" + most : least + "," + most) + "}";
  }
}
