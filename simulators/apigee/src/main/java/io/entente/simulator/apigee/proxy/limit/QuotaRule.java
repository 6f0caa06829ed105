package io.entente.simulator.apigee.proxy.limit;

import java.time.Instant;

/**
 * When a quota begins anew.
 *
 * @param anchor of a calendar quota; any other type does not look at it
 */
public record QuotaRule(Type type, Window window, Instant anchor) {

  /** The documented types. */
  public enum Type {
    /** From the beginning of the running unit. */
    DEFAULT,
    /** From a start time on. */
    CALENDAR,
    /** Looks back from every request. */
    ROLLINGWINDOW,
    /** From the first request on. */
    FLEXI
  }

  /** The beginning of the window a request now opens. */
  Instant start(Instant now) {
    return switch (type) {
      case DEFAULT -> window.startOfUnit(now);
      case CALENDAR -> window.startFrom(anchor, now);
      case FLEXI, ROLLINGWINDOW -> now;
    };
  }
}
