package io.entente.simulator.apigee.proxy.condition;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The three kinds of pattern. All match the whole text and its letter case. */
final class Patterns {

  private Patterns() {}

  static boolean regex(String text, String pattern) {
    try {
      return text.matches(pattern);
    } catch (PatternSyntaxException | StackOverflowError unusable) {
      return false;
    }
  }

  /** {@code *} stands for any characters. */
  static boolean glob(String text, String pattern) {
    var regex = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      regex.append(c == '*' ? ".*" : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }

  /**
   * {@code *} and {@code {name}} stand for characters of one path element, {@code **} for any
   * characters; {@code %} takes the meaning from the next character.
   */
  static boolean path(String text, String pattern) {
    var regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      int close = c == '{' ? pattern.indexOf('}', i) : -1;
      if (c == '%' && i + 1 < pattern.length()) {
        i++;
        regex.append(Pattern.quote(String.valueOf(pattern.charAt(i))));
      } else if (c == '*' && i + 1 < pattern.length() && pattern.charAt(i + 1) == '*') {
        i++;
        regex.append(".*");
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (close > 0) {
        i = close;
        regex.append("[^/]+");
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
  }
}
