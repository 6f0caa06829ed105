package io.entente.json;

/**
 * Bounds of a document that is read.
 *
 * @param maxChars length of the text
 * @param maxDepth nesting of objects and arrays
 */
public record TreeLimits(int maxChars, int maxDepth) {

  /** For documents people write: 1 MiB, 64 deep. */
  public static final TreeLimits DOCUMENT = new TreeLimits(1 << 20, 64);

  /** For what gateways send: 64 MiB, 128 deep. */
  public static final TreeLimits VENDOR = new TreeLimits(64 << 20, 128);

  public TreeLimits {
    if (maxChars < 1 || maxDepth < 1) {
      throw new IllegalArgumentException(
          "limits " + maxChars + ", " + maxDepth + " are not positive");
    }
  }
}
