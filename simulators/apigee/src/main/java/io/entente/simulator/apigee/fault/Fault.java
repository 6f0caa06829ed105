package io.entente.simulator.apigee.fault;

/**
 * One fault.
 *
 * @param after so many matching requests are let through first
 * @param times so many are struck then
 */
public record Fault(Match match, int after, int times, Effect effect) {

  public Fault {
    if (after < 0 || times < 1) {
      throw new IllegalArgumentException(
          "after is " + after + " and times " + times + ": at least 0 and 1");
    }
  }

  /** Strikes the next matching request, once. */
  public static Fault once(Match match, Effect effect) {
    return new Fault(match, 0, 1, effect);
  }

  /** Strikes every matching request. */
  public static Fault always(Match match, Effect effect) {
    return new Fault(match, 0, Integer.MAX_VALUE, effect);
  }
}
