package io.entente.translator.apigee.emit;

import java.util.ArrayList;

/**
 * A length of at most so many bytes as a regular expression: Apigee compares a header as text, for
 * which 9 is more than 10. Without braces and backslashes, whose meaning in a literal Apigee does
 * not document.
 */
final class LengthPattern {

  private static final String DIGIT = "[0-9]";

  private LengthPattern() {}

  /**
   * @param most at least 1
   */
  static String atMost(long most) {
    String digits = Long.toString(most);
    var ways = new ArrayList<String>();
    if (digits.length() > 1) {
      ways.add(DIGIT + (DIGIT + "?").repeat(digits.length() - 2));
    }
    for (int i = 0; i < digits.length(); i++) {
      char digit = digits.charAt(i);
      if (digit > '0') {
        String less = digit == '1' ? "0" : "[0-" + (char) (digit - 1) + "]";
        ways.add(digits.substring(0, i) + less + DIGIT.repeat(digits.length() - i - 1));
      }
    }
    ways.add(digits);
    return "^0*(" + String.join("|", ways) + ")$";
  }
}
