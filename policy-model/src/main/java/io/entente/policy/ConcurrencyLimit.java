package io.entente.policy;

/**
 * So many requests of a route may be under way at once; the next is answered 503.
 *
 * @param requests 1 to 1,000,000
 */
public record ConcurrencyLimit(int requests) implements PolicyKind {

  /** The largest limit. */
  public static final int LARGEST = 1_000_000;

  public ConcurrencyLimit {
    if (requests < 1 || requests > LARGEST) {
      throw new IllegalArgumentException("requests " + requests + " is not in 1.." + LARGEST);
    }
  }

  @Override
  public String kindName() {
    return "concurrencyLimit";
  }

  @Override
  public Combine combine() {
    return Combine.STRICTEST;
  }
}
