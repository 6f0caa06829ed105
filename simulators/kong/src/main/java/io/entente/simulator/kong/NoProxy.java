package io.entente.simulator.kong;

/** A node that only has its management APIs. */
record NoProxy() implements ProxyServer {

  @Override
  public int port() {
    return 0;
  }

  @Override
  public ProxyHooks hooks() {
    return ProxyHooks.NONE;
  }

  @Override
  public MetricsPage metrics() {
    return () -> "";
  }

  @Override
  public void close() {
    // nothing runs
  }
}
