package io.entente.simulator.apigee.error;

/** Status of an error body, with the HTTP status that goes with it. */
public enum Code {
  INVALID_ARGUMENT(400),
  FAILED_PRECONDITION(400),
  UNAUTHENTICATED(401),
  PERMISSION_DENIED(403),
  NOT_FOUND(404),
  ALREADY_EXISTS(409),
  RESOURCE_EXHAUSTED(429),
  INTERNAL(500),
  UNIMPLEMENTED(501),
  UNAVAILABLE(503);

  private final int status;

  Code(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}
