package io.entente.simulator.apigee.proxy.bundle;

import java.util.List;

/** A proxy as it runs. */
public record ApiProxy(String name, String revision, List<ProxyEndpoint> endpoints) {

  public ApiProxy {
    endpoints = List.copyOf(endpoints);
  }
}
