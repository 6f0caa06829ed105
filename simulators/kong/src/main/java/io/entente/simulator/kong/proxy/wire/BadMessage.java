package io.entente.simulator.kong.proxy.wire;

import java.io.IOException;

/** A head or body that is not HTTP as nginx accepts it. */
public final class BadMessage extends IOException {

  private static final long serialVersionUID = 1L;

  public BadMessage(String message) {
    super(message);
  }
}
