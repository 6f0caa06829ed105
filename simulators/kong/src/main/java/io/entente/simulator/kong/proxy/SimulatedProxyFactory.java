package io.entente.simulator.kong.proxy;

import io.entente.simulator.kong.ProxyFactory;
import io.entente.simulator.kong.ProxyServer;
import io.entente.simulator.kong.store.KongStore;
import io.entente.simulator.kong.store.NodeSettings;
import java.io.IOException;

/** Found by the service loader, so that the Admin API needs no reference to the proxy. */
public final class SimulatedProxyFactory implements ProxyFactory {

  @Override
  public ProxyServer start(KongStore store, NodeSettings settings, int port) throws IOException {
    return new SimulatedProxy(store, settings, port);
  }
}
