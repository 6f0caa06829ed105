package io.entente.simulator.apigee.oauth;

/** A token request that is refused. */
final class BadGrant extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String error;

  BadGrant(String error, String description) {
    super(description);
    this.error = error;
  }

  String error() {
    return error;
  }
}
