package io.entente.policy;

/**
 * An allowance per calendar period in UTC and key; what is beyond is answered 429 until the next
 * period begins.
 *
 * @param requests 1 to 1,000,000,000
 * @param period how long the allowance lasts
 * @param key what is counted apart
 * @param onMissingKey what happens to a request that has no key
 */
public record Quota(long requests, Period period, LimitKey key, OnMissingKey onMissingKey)
    implements PolicyKind {

  public Quota {
    if (requests < 1 || requests > 1_000_000_000) {
      throw new IllegalArgumentException("requests " + requests + " is not in 1..1000000000");
    }
  }

  @Override
  public String kindName() {
    return "quota";
  }

  @Override
  public Combine combine() {
    return Combine.ALL_APPLY;
  }

  /** A period of the calendar, in UTC. */
  public enum Period {
    /** Begins at minute 0. */
    HOUR,
    /** Begins at midnight. */
    DAY,
    /** Begins on Monday at midnight. */
    WEEK,
    /** Begins on the first at midnight. */
    MONTH
  }
}
