package io.entente.connector.kong.log;

/** A word of ASCII by the characters that may begin and go on with it. */
final class Shape {

  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final String ID_LETTERS = DIGITS + UPPER + LOWER + "._:-";

  /** A request's id. */
  static final Shape ID = new Shape(ID_LETTERS, ID_LETTERS, 128);

  /** A method. */
  static final Shape METHOD = new Shape(UPPER, UPPER + DIGITS + "_-", 32);

  /** A word of Kong's own. */
  static final Shape WORD = new Shape(LOWER, LOWER + "_-", 32);

  private final boolean[] first;
  private final boolean[] rest;
  private final int longest;

  private Shape(String first, String rest, int longest) {
    this.first = table(first);
    this.rest = table(rest);
    this.longest = longest;
  }

  private static boolean[] table(String letters) {
    var table = new boolean[128];
    letters.chars().forEach(c -> table[c] = true);
    return table;
  }

  /** Whether {@code text} is such a word, from its first to its last character. */
  boolean fits(String text) {
    int length = text.length();
    if (length == 0 || length > longest || !in(first, text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      if (!in(rest, text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean in(boolean[] table, char c) {
    return c < table.length && table[c];
  }
}
