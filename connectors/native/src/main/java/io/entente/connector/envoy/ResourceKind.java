package io.entente.connector.envoy;

import com.google.protobuf.Message;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of resource served, in the order an update is sent: what is referred to goes first. */
enum ResourceKind {
  CLUSTER("cluster", Cluster.getDefaultInstance(), true),
  ROUTE_CONFIGURATION("route_configuration", RouteConfiguration.getDefaultInstance(), false),
  LISTENER("listener", Listener.getDefaultInstance(), true);

  private static final String TYPE_PREFIX = "type.googleapis.com/";

  private final String kind;
  private final Message prototype;
  private final boolean wildcard;

  ResourceKind(String kind, Message prototype, boolean wildcard) {
    this.kind = kind;
    this.prototype = prototype;
    this.wildcard = wildcard;
  }

  /** The kind as object keys name it. */
  String kind() {
    return kind;
  }

  Message prototype() {
    return prototype;
  }

  /** True when a subscription without names means all of them. */
  boolean wildcard() {
    return wildcard;
  }

  String typeUrl() {
    return TYPE_PREFIX + prototype.getDescriptorForType().getFullName();
  }

  static Optional<ResourceKind> ofKind(String kind) {
    return Arrays.stream(values()).filter(k -> k.kind.equals(kind)).findFirst();
  }

  static Optional<ResourceKind> ofTypeUrl(String typeUrl) {
    return Arrays.stream(values()).filter(k -> k.typeUrl().equals(typeUrl)).findFirst();
  }
}
