package io.entente.policy;

import java.util.ArrayList;
import java.util.List;

/**
 * A regular expression that RE2, PCRE, Java and the conditions of Apigee read alike: letters and
 * marks, {@code .}, classes, groups, {@code |}, {@code * + ?} and the anchors, with {@code (?i)} in
 * front if case is to be ignored. There is no backslash, brace or double quote in it, since vendors
 * differ in these: {@code [.]} is a dot and {@code [0-9]} a digit. What is repeated does not itself
 * repeat, so that no engine takes exponential time.
 */
public final class PlainPattern {

  /** The characters, in the syntax RE2, ECMA and Java share. */
  public static final String CHARACTERS = "[ !#-\\[\\]-z|~]{1,128}";

  /** In characters. */
  public static final int LONGEST = 128;

  private static final String IGNORING_CASE = "(?i)";
  private static final String SPECIAL = "\\\"{}[]()*+?.^$|";

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  private PlainPattern(String text) {
    this.text = text;
  }

  /** What a pattern is made of, in its order. */
  public sealed interface Piece {

    /** The text that it is. */
    String text();

    /** Goes through as it is: a character, an anchor, a parenthesis, a bar, a repeat. */
    record Mark(String text) implements Piece {}

    /** {@code .}, any character. */
    record Any() implements Piece {
      @Override
      public String text() {
        return ".";
      }
    }

    /**
     * One of some characters, or any but those.
     *
     * @param negated whether it starts with {@code ^}
     */
    record OneOf(String text, boolean negated) implements Piece {}
  }

  /**
   * Refuses what is no such pattern.
   *
   * @throws IllegalArgumentException that says where and what
   */
  public static void require(String pattern) {
    pieces(pattern);
  }

  /** Whether the pattern ignores case. */
  public static boolean ignoresCase(String pattern) {
    return pattern.startsWith(IGNORING_CASE);
  }

  /**
   * The pieces of a pattern after {@code (?i)}.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static List<Piece> pieces(String pattern) {
    if (pattern.isEmpty() || pattern.length() > LONGEST) {
      throw new IllegalArgumentException(
          "pattern '%s' has %d characters, not 1 to %d"
              .formatted(pattern, pattern.length(), LONGEST));
    }
    var reader = new PlainPattern(pattern);
    reader.at = ignoresCase(pattern) ? IGNORING_CASE.length() : 0;
    reader.alternatives();
    if (reader.at < pattern.length()) {
      throw reader.refused("')' closes nothing");
    }
    return List.copyOf(reader.pieces);
  }

  /** True when something in it repeats. */
  private boolean alternatives() {
    boolean repeats = sequence();
    while (took('|')) {
      repeats |= sequence();
    }
    return repeats;
  }

  private boolean sequence() {
    boolean repeats = false;
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      boolean anchor = text.charAt(at) == '^' || text.charAt(at) == '$';
      boolean within = atom();
      if (at < text.length() && "*+?".indexOf(text.charAt(at)) >= 0) {
        boolean repeat = text.charAt(at) != '?';
        if (anchor) {
          throw refused("an anchor cannot repeat");
        }
        if (repeat && within) {
          throw refused("what repeats cannot repeat again");
        }
        mark();
        within |= repeat;
        if (at < text.length() && "*+?".indexOf(text.charAt(at)) >= 0) {
          throw refused("a repeat cannot repeat");
        }
      }
      repeats |= within;
    }
    return repeats;
  }

  private boolean atom() {
    char first = text.charAt(at);
    if (first == '(') {
      return group();
    }
    if (first == '[') {
      oneOf();
    } else if (first == '.') {
      pieces.add(new Piece.Any());
      at++;
    } else if (first == '^' || first == '$' || plain(first)) {
      mark();
    } else {
      throw refused("'" + first + "' cannot stand here");
    }
    return false;
  }

  private boolean group() {
    String open = text.startsWith("(?:", at) ? "(?:" : "(";
    at += open.length();
    pieces.add(new Piece.Mark(open));
    boolean repeats = alternatives();
    if (!took(')')) {
      throw refused("a group is not closed");
    }
    return repeats;
  }

  private void oneOf() {
    int open = at;
    int end = text.indexOf(']', open);
    if (end < 0) {
      throw refused("a class is not closed");
    }
    boolean negated = text.startsWith("^", open + 1);
    String items = text.substring(open + (negated ? 2 : 1), end);
    if (items.isEmpty()) {
      throw refused("a class is empty");
    }
    int i = 0;
    while (i < items.length()) {
      char from = items.charAt(i);
      boolean range = i + 2 < items.length() && items.charAt(i + 1) == '-';
      char to = range ? items.charAt(i + 2) : from;
      boolean last = from == '-' && i == items.length() - 1;
      if (!last && (!listed(from) || !listed(to) || to < from)) {
        throw refused("'" + items.charAt(i) + "' cannot stand in a class");
      }
      i += range ? 3 : 1;
    }
    char first = items.charAt(0);
    if (items.length() > 1 && ".:=".indexOf(first) >= 0 && items.endsWith(first + "")) {
      throw refused("a class begins and ends with '" + first + "'");
    }
    at = end + 1;
    pieces.add(new Piece.OneOf(text.substring(open, at), negated));
  }

  private static boolean listed(char character) {
    return character >= ' ' && character <= '~' && "\\\"{}[]&^-".indexOf(character) < 0;
  }

  private static boolean plain(char character) {
    return character >= ' ' && character <= '~' && SPECIAL.indexOf(character) < 0;
  }

  private void mark() {
    pieces.add(new Piece.Mark(text.substring(at, at + 1)));
    at++;
  }

  private boolean took(char mark) {
    if (at < text.length() && text.charAt(at) == mark) {
      mark();
      return true;
    }
    return false;
  }

  private IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(
        "pattern '%s' at character %d: %s".formatted(text, at + 1, why));
  }
}
