package io.entente.connector.kong.log;

/** Ends the mapping of one entry; never leaves the package. */
final class RefusedEntryException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal reason;

  RefusedEntryException(Refusal reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  Refusal reason() {
    return reason;
  }
}
