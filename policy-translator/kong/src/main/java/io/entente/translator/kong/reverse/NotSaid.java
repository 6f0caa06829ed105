package io.entente.translator.kong.reverse;

/** Why no policy says what an instance does. Never leaves the package. */
final class NotSaid extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  NotSaid(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
