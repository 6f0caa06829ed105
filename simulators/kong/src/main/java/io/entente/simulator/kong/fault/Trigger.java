package io.entente.simulator.kong.fault;

/**
 * Which requests a fault strikes.
 *
 * @param on the requests it looks at and counts
 * @param from the first of them it strikes, counted from 1
 * @param times how many it strikes
 * @param share chance of each of these, 0 to 1; seeded
 * @param seed of the chance
 * @param perSecond strikes only what exceeds so many in a second; 0: no such limit
 */
public record Trigger(On on, int from, int times, double share, long seed, int perSecond) {

  /** Kinds of requests. */
  public enum On {
    ANY,
    READS,
    WRITES,
    /** Reads of collections. */
    LISTS,
    /** Reads of a second or later page. */
    NEXT_PAGES
  }

  /** Strikes every request. */
  public static final Trigger ALWAYS = new Trigger(On.ANY, 1, Integer.MAX_VALUE, 1, 0, 0);

  public Trigger {
    if (from < 1 || times < 1 || perSecond < 0) {
      throw new IllegalArgumentException(
          "from " + from + ", times " + times + ", perSecond " + perSecond + ": too small");
    }
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share is " + share + ": above 0 and at most 1");
    }
  }

  /** Strikes the n-th request of a kind, once. */
  public static Trigger nth(On on, int n) {
    return new Trigger(on, n, 1, 1, 0, 0);
  }

  /** Strikes every request of a kind. */
  public static Trigger every(On on) {
    return new Trigger(on, 1, Integer.MAX_VALUE, 1, 0, 0);
  }

  /** Strikes some requests of a kind by chance. */
  public static Trigger some(On on, double share, long seed) {
    return new Trigger(on, 1, Integer.MAX_VALUE, share, seed, 0);
  }

  /** Strikes what exceeds a rate. */
  public static Trigger above(int perSecond) {
    return new Trigger(On.ANY, 1, Integer.MAX_VALUE, 1, 0, perSecond);
  }
}
