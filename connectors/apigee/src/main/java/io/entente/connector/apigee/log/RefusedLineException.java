package io.entente.connector.apigee.log;

/** Ends the reading of one line; never leaves the package. */
final class RefusedLineException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal reason;

  RefusedLineException(Refusal reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  Refusal reason() {
    return reason;
  }
}
