package io.entente.simulator.apigee.proxy.exchange;

import io.entente.simulator.apigee.plane.RunningKey;
import java.util.Optional;

/** What of the environment policies reach: its shared flows, and the keys of apps. */
@FunctionalInterface
public interface Callouts {

  void call(String sharedFlow, Exchange exchange) throws PolicyFault;

  /** The app's key that reads so. */
  default Optional<RunningKey> key(String key) {
    return Optional.empty();
  }
}
