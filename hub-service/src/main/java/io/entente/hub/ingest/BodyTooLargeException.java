package io.entente.hub.ingest;

import java.io.IOException;

/** Ends the reading of a body that is larger than allowed. */
final class BodyTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  BodyTooLargeException(String message) {
    super(message);
  }
}
