package io.entente.simulator.kong.proxy.upstream;

/**
 * Where a try goes.
 *
 * @param name host name for the Host header
 */
public record Address(String ip, int port, String name) {

  public Address {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port);
    }
  }

  /** Host header for plain HTTP. */
  public String host() {
    return port == 80 ? name : name + ":" + port;
  }

  String endpoint() {
    return ip + ":" + port;
  }
}
