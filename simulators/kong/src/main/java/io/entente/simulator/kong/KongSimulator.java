package io.entente.simulator.kong;

import java.io.IOException;

/** Starts a simulated node of Kong Gateway 3.9.1, open source. */
public final class KongSimulator {

  private static final String USAGE =
      """
      kong-simulator [--admin-port 8001] [--status-port 8007] [--proxy-port 8000]
                     [--control-port N] [--database postgres|off] [--declarative-config FILE]
                     [--workers N] [--settle-seconds S]
      A port that is not given is any free one. KONG_TRUSTED_IPS, KONG_REAL_IP_HEADER and
      KONG_REAL_IP_RECURSIVE are read from the environment.
      """;

  private KongSimulator() {}

  /**
   * Starts a node on 127.0.0.1.
   *
   * @throws IOException when a port is taken or the declarative configuration cannot be read
   */
  public static KongNode start(Options options) throws IOException {
    return KongNode.start(options);
  }

  public static void main(String[] args) throws IOException {
    Options options;
    try {
      options = Options.read(args, System.getenv());
    } catch (IllegalArgumentException e) {
      System.err.println("kong-simulator: " + e.getMessage());
      System.err.print(USAGE);
      System.exit(1);
      return;
    }
    KongNode node = start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(node::close));
    System.out.printf(
        "admin 127.0.0.1:%d, status 127.0.0.1:%d, proxy 127.0.0.1:%d, control 127.0.0.1:%d%n",
        node.adminPort(), node.statusPort(), node.proxyPort(), node.controlPort());
  }
}
