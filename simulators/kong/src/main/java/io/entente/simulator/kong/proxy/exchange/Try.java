package io.entente.simulator.kong.proxy.exchange;

import java.util.OptionalInt;

/**
 * One attempt to reach a service.
 *
 * @param startedAtMillis wall clock
 * @param status what the service answered; 502 or 504 when it failed
 * @param failed whether the gateway gave up on this attempt
 */
public record Try(String ip, int port, long startedAtMillis, OptionalInt status, boolean failed) {

  public Try {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("port " + port);
    }
  }
}
