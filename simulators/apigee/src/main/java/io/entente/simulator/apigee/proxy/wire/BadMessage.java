package io.entente.simulator.apigee.proxy.wire;

import java.io.IOException;

/** What came is not HTTP, or too large. */
public final class BadMessage extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * @param status the answer it deserves
   */
  public BadMessage(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
