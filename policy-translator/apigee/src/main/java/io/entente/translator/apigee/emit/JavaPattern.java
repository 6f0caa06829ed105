package io.entente.translator.apigee.emit;

import io.entente.policy.PlainPattern;
import java.util.stream.Collectors;

/**
 * A pattern as Java reads it, which Apigee's expressions are of: only a line feed ends a line, the
 * end is the end of the text, and where case is ignored it is of every alphabet.
 */
public final class JavaPattern {

  private static final String IGNORING_CASE = "(?idu)";
  private static final String PLAIN = "(?d)";
  private static final String END = "\\z";

  private JavaPattern() {}

  static String of(String pattern) {
    return (PlainPattern.ignoresCase(pattern) ? IGNORING_CASE : PLAIN)
        + PlainPattern.pieces(pattern).stream()
            .map(piece -> piece.text().equals("$") ? END : piece.text())
            .collect(Collectors.joining());
  }

  /** The pattern that was written so; something that is none where none was. */
  public static String read(String written) {
    boolean ignoring = written.startsWith(IGNORING_CASE);
    String rest =
        ignoring || written.startsWith(PLAIN)
            ? written.substring(ignoring ? IGNORING_CASE.length() : PLAIN.length())
            : written;
    return (ignoring ? "(?i)" : "") + rest.replace(END, "$");
  }
}
