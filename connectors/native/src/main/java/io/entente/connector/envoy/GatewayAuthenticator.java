package io.entente.connector.envoy;

import java.util.Optional;

/** Decides whom a token stands for. May block: called on a worker thread, once per stream. */
@FunctionalInterface
public interface GatewayAuthenticator {

  /** The holder of {@code token}; empty when it is unknown, expired or revoked. */
  Optional<GatewayIdentity> authenticate(String token);
}
