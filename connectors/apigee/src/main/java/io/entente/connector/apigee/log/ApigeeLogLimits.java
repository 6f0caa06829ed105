package io.entente.connector.apigee.log;

/**
 * How much of a log line is taken in.
 *
 * @param line longest line, in bytes; a longer one is refused
 * @param text longest value that is kept of it, in characters; a longer one refuses the line
 */
public record ApigeeLogLimits(int line, int text) {

  /** Room for a path of 16 KB, the longest request line Apigee takes, written with escapes. */
  public static final ApigeeLogLimits DEFAULT = new ApigeeLogLimits(64 * 1024, 16 * 1024);

  public ApigeeLogLimits {
    if (line < 1024) {
      throw new IllegalArgumentException("limit of line " + line + " is < 1024");
    }
    if (text < 256) {
      throw new IllegalArgumentException("limit of text " + text + " is < 256");
    }
  }
}
