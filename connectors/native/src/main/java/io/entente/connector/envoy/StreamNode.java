package io.entente.connector.envoy;

import io.envoyproxy.envoy.config.core.v3.Node;
import org.jspecify.annotations.Nullable;

/**
 * Which Envoy sends one stream: it names itself in the first message only. One thread at a time.
 */
final class StreamNode {

  private final GatewayIdentity caller;

  private @Nullable String name;

  StreamNode(GatewayIdentity caller) {
    this.caller = caller;
  }

  /** Throws a StatusRuntimeException when the first message is not of the caller's gateway. */
  String of(Node declared) {
    String known = name;
    String from = known == null ? TokenInterceptor.nodeOf(caller, declared) : known;
    name = from;
    return from;
  }
}
