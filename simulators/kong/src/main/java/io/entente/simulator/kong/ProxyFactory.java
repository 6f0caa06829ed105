package io.entente.simulator.kong;

import io.entente.simulator.kong.store.KongStore;
import io.entente.simulator.kong.store.NodeSettings;
import java.io.IOException;

/**
 * Starts the proxy of a node. Found by {@link java.util.ServiceLoader}, or given in the options.
 */
@FunctionalInterface
public interface ProxyFactory {

  /**
   * Starts a proxy that serves what is in the store.
   *
   * @param port 0 for any free port
   */
  ProxyServer start(KongStore store, NodeSettings settings, int port) throws IOException;
}
