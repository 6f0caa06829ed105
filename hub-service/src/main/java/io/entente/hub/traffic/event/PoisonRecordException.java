package io.entente.hub.traffic.event;

/** A record that can never become an event, however often it is read. */
public final class PoisonRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PoisonRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
