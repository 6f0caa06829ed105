package io.entente.hub.ingest.otlp;

/** A body that is no OTLP export of logs, or more than is taken in. Repeats nothing of it. */
public final class OtlpException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong. */
  public enum Kind {
    MALFORMED,
    TOO_MANY_RECORDS
  }

  private final Kind kind;

  OtlpException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
