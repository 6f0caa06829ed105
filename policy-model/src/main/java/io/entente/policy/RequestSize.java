package io.entente.policy;

/**
 * Bodies of requests up to a size; larger ones are answered 413.
 *
 * @param maxBytes 1 to 1,073,741,824 (1 GiB)
 */
public record RequestSize(long maxBytes) implements PolicyKind {

  /** The largest limit: 1 GiB. */
  public static final long LARGEST = 1_073_741_824;

  public RequestSize {
    if (maxBytes < 1 || maxBytes > LARGEST) {
      throw new IllegalArgumentException("maxBytes " + maxBytes + " is not in 1.." + LARGEST);
    }
  }

  @Override
  public String kindName() {
    return "requestSize";
  }

  @Override
  public Combine combine() {
    return Combine.STRICTEST;
  }
}
