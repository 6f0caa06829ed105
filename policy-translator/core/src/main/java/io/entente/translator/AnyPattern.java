package io.entente.translator;

import io.entente.policy.PlainPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Several patterns as one that finds what any of them finds, and back. */
public final class AnyPattern {

  private static final String OPEN = "(?:";

  private AnyPattern() {}

  /**
   * {@code (?:one)|(?:other)}, which finds what one of them finds.
   *
   * @param patterns each a {@link PlainPattern}; at least one
   */
  public static String of(List<String> patterns) {
    patterns.forEach(PlainPattern::require);
    return patterns.stream().collect(Collectors.joining(")|" + OPEN, OPEN, ")"));
  }

  /** The patterns of which {@link #of} made the text; empty where it made it of none. */
  public static Optional<List<String>> read(String text) {
    return groups(text, "|");
  }

  /**
   * What stands in the groups of a text that is nothing but groups.
   *
   * @param between two of them
   */
  public static Optional<List<String>> groups(String text, String between) {
    var groups = new ArrayList<String>();
    String rest = text;
    while (rest.startsWith(OPEN)) {
      int end = end(rest);
      if (end < 0) {
        return Optional.empty();
      }
      groups.add(rest.substring(OPEN.length(), end));
      if (end == rest.length() - 1) {
        return Optional.of(List.copyOf(groups));
      }
      if (!rest.startsWith(between, end + 1)) {
        return Optional.empty();
      }
      rest = rest.substring(end + 1 + between.length());
    }
    return Optional.empty();
  }

  /** Where the parenthesis closes that a text opens with; -1 where it does not. */
  public static int end(String text) {
    int depth = 0;
    boolean listed = false;
    for (int i = 0; i < text.length(); i++) {
      char mark = text.charAt(i);
      listed = listed ? mark != ']' : mark == '[';
      depth += listed ? 0 : mark == '(' ? 1 : mark == ')' ? -1 : 0;
      if (depth == 0) {
        return mark == ')' ? i : -1;
      }
    }
    return -1;
  }
}
