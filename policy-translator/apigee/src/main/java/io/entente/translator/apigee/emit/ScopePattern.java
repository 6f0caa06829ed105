package io.entente.translator.apigee.emit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word among those of a text, as a regular expression. Without braces and backslashes, whose
 * meaning in a literal Apigee does not document: what is no letter and no digit stands in brackets.
 */
public final class ScopePattern {

  private static final String BEFORE = "^(.* )?";
  private static final String AFTER = "( .*)?$";

  /** What means something else within brackets too. */
  private static final Pattern UNWRITABLE = Pattern.compile("[\\[\\]^{}&\"\\\\]");

  private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]");
  private static final Pattern WRITTEN = Pattern.compile("\\[(.)\\]");

  private ScopePattern() {}

  static boolean writes(String word) {
    return !UNWRITABLE.matcher(word).find();
  }

  static String of(String word) {
    return BEFORE
        + OTHER.matcher(word).replaceAll(m -> Matcher.quoteReplacement("[" + m.group() + "]"))
        + AFTER;
  }

  /** The word that a pattern was made of. */
  public static String word(String pattern) {
    boolean ours = pattern.startsWith(BEFORE) && pattern.endsWith(AFTER);
    return ours
        ? WRITTEN
            .matcher(pattern.substring(BEFORE.length(), pattern.length() - AFTER.length()))
            .replaceAll(m -> Matcher.quoteReplacement(m.group(1)))
        : pattern;
  }
}
