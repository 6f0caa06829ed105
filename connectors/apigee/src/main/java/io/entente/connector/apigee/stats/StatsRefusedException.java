package io.entente.connector.apigee.stats;

/** Ends the reading of an answer that may not be used; never leaves the package. */
final class StatsRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  enum Kind {
    TRUNCATED,
    NOT_UNDERSTOOD,
    MOVED
  }

  private final Kind kind;

  StatsRefusedException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
