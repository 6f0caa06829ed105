package io.entente.simulator.kong.proxy.exchange;

/** Something is configured that this simulator does not do; requests must not pass unnoticed. */
public final class NotEnforced extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotEnforced(String what) {
    super("the simulator does not enforce " + what);
  }
}
