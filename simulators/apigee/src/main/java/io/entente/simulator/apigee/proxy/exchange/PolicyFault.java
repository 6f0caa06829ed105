package io.entente.simulator.apigee.proxy.exchange;

/** A policy failed and puts the proxy into the error state. */
public final class PolicyFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;
  private final boolean direct;

  public PolicyFault(Fault fault) {
    this(fault, false);
  }

  /**
   * @param direct whether the answer goes out without any fault rule
   */
  public PolicyFault(Fault fault, boolean direct) {
    super(fault.text());
    this.fault = fault;
    this.direct = direct;
  }

  public Fault fault() {
    return fault;
  }

  public boolean direct() {
    return direct;
  }
}
