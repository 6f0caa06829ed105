package io.entente.translator.apigee.reverse;

/** Why no policy says what a native place says. */
final class Unsaid extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /**
   * @param reason completes "policy x ..."
   */
  Unsaid(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
