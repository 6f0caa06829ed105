package io.entente.simulator.kong.proxy.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Host names to addresses. */
final class Names {

  private Names() {}

  /** The first address; the top-level domain {@code invalid} never resolves. */
  static Optional<String> resolve(String host) {
    if (host.isEmpty() || host.endsWith(".invalid")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(host).getHostAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
