package io.entente.simulator.kong;

/** The running proxy of a node. Any thread. */
public interface ProxyServer extends AutoCloseable {

  /** The port it listens on; 0 when there is no proxy. */
  int port();

  /** What the Admin API may ask. */
  ProxyHooks hooks();

  /** What {@code /metrics} serves. */
  MetricsPage metrics();

  @Override
  void close();
}
