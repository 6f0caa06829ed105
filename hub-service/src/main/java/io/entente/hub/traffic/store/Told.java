package io.entente.hub.traffic.store;

/** What a topic tells of requests. */
public enum Told {
  /** Each by itself. */
  ONE_BY_ONE("NOT aggregated"),
  /** Counts of them. */
  AS_COUNTS("aggregated");

  private final String condition;

  Told(String condition) {
    this.condition = condition;
  }

  /** Which rows these are, in SQL. */
  String condition() {
    return condition;
  }
}
