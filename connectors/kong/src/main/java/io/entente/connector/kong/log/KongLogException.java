package io.entente.connector.kong.log;

/** A payload of which nothing is taken. The message holds no text of the payload. */
public final class KongLogException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong with it. */
  public enum Kind {
    MALFORMED,
    TOO_MANY_ENTRIES,
    TOO_DEEP
  }

  private final Kind kind;

  KongLogException(Kind kind, String message) {
    // No cause: the parser's own message repeats what it read.
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
