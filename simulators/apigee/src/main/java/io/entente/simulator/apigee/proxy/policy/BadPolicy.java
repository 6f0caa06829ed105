package io.entente.simulator.apigee.proxy.policy;

/** A policy file that cannot run; the message says why. */
public final class BadPolicy extends Exception {

  private static final long serialVersionUID = 1L;

  public BadPolicy(String message) {
    super(message);
  }
}
