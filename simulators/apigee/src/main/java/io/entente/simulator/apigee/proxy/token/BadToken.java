package io.entente.simulator.apigee.proxy.token;

/** Why a token is not good, by the name that faults have of it. */
public final class BadToken extends Exception {

  private static final long serialVersionUID = 1L;

  private final String fault;

  public BadToken(String fault) {
    super(fault);
    this.fault = fault;
  }

  /** For example {@code TokenExpired}. */
  public String fault() {
    return fault;
  }
}
