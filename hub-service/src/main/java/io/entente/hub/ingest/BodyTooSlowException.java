package io.entente.hub.ingest;

import java.io.IOException;

/** Ends the reading of a body that takes too long to arrive. */
final class BodyTooSlowException extends IOException {

  private static final long serialVersionUID = 1L;

  BodyTooSlowException(String message) {
    super(message);
  }
}
