package io.entente.simulator.apigee.proxy.condition;

/** A text that is not a condition; the message says what and where. */
public final class ConditionError extends Exception {

  private static final long serialVersionUID = 1L;

  public ConditionError(String message) {
    super(message);
  }
}
