package io.entente.connector.kong.log;

/**
 * How much of a log payload is taken in.
 *
 * @param entries most entries of one payload; more refuse all of it
 * @param depth most nested objects and arrays; more refuse all of it
 * @param text longest text that is kept of an entry, in characters; more refuse that entry
 */
public record KongLogLimits(int entries, int depth, int text) {

  /** Kong queues 10,000 entries by default and sends no more than that at once. */
  public static final KongLogLimits DEFAULT = new KongLogLimits(10_000, 64, 16 * 1024);

  public KongLogLimits {
    if (entries < 1) {
      throw new IllegalArgumentException("limit of entries " + entries + " is < 1");
    }
    if (depth < 8) {
      throw new IllegalArgumentException("limit of depth " + depth + " is < 8");
    }
    if (text < 256) {
      throw new IllegalArgumentException("limit of text " + text + " is < 256");
    }
  }
}
