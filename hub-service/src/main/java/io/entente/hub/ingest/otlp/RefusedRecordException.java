package io.entente.hub.ingest.otlp;

/** A record that can never become an event. */
final class RefusedRecordException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. */
  enum Reason {
    /** It names no method: a log line, but not of a request. */
    NOT_A_REQUEST,
    UID_INVALID,
    TIME_ABSENT,
    TIME_INVALID,
    NUMBER_INVALID,
    NAME_INVALID,
    TEXT_TOO_LONG
  }

  private final Reason reason;

  RefusedRecordException(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
