package io.entente.model.event;

/**
 * Spreads texts evenly over all longs, also texts that differ by little as ids do. The same on
 * every machine and in every version: two hubs must decide alike. It withstands nobody who chooses
 * texts.
 */
public final class Scatter {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Scatter() {}

  /** The long of {@code text}. */
  public static long of(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    // The end of splitmix64: of FNV alone the low bits depend on the low bits of the text only.
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
