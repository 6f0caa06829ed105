package io.entente.connector.envoy;

import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One Envoy's ADS stream: walks it from what it runs to a goal, one acknowledged response after the
 * other. Clusters only grow until routes and listeners have followed; then they shrink. Guarded by
 * its gateway's lock.
 */
final class AdsStream {

  /** What an Envoy made of a response. */
  enum Answer {
    /** A first request, or one that only changes what is asked for. */
    ASKED,
    ACCEPTED,
    REFUSED,
    /** Belongs to a response that was overtaken. */
    STALE
  }

  private final Consumer<DiscoveryResponse> out;
  private final Map<ResourceKind, Subscription> subscriptions = new EnumMap<>(ResourceKind.class);
  private Optional<Configuration> goal = Optional.empty();
  private long nonces;

  AdsStream(Consumer<DiscoveryResponse> out) {
    this.out = out;
  }

  Optional<Configuration> goal() {
    return goal;
  }

  /** Sets what to walk to; empty: send nothing more, Envoy keeps what it runs. */
  void aim(Optional<Configuration> at) {
    goal = at;
  }

  /** Takes a request in and says what it was. */
  Answer take(ResourceKind kind, DiscoveryRequest request) {
    boolean first = !subscriptions.containsKey(kind);
    var subscription = subscriptions.computeIfAbsent(kind, Subscription::new);
    subscription.ask(request.getResourceNamesList());
    if (!first && !subscription.isLatest(request.getResponseNonce())) {
      return Answer.STALE;
    }
    if (first || !subscription.awaiting()) {
      return Answer.ASKED;
    }
    if (request.hasErrorDetail()) {
      subscription.refused();
      return Answer.REFUSED;
    }
    subscription.accepted();
    return Answer.ACCEPTED;
  }

  /** Sends whatever is due next; returns true when Envoy runs the goal wholly. */
  boolean advance() {
    if (goal.isEmpty()) {
      return false;
    }
    Configuration target = goal.get();
    for (var entry : subscriptions.entrySet()) {
      Subscription subscription = entry.getValue();
      ResourceSet wanted = subscription.wanted(target);
      if (reached(entry.getKey(), subscription, wanted)) {
        continue;
      }
      if (!subscription.awaiting()) {
        send(entry.getKey(), subscription, growing(entry.getKey(), subscription, wanted));
      }
      return false;
    }
    return shrink(target);
  }

  /** While others have not followed, more clusters than wanted are as good as the wanted ones. */
  private static boolean reached(ResourceKind kind, Subscription subscription, ResourceSet wanted) {
    if (subscription.idle()) {
      return true;
    }
    if (kind != ResourceKind.CLUSTER) {
      return subscription.runs(wanted);
    }
    return !subscription.awaiting()
        && subscription.taken().filter(taken -> taken.holds(wanted)).isPresent();
  }

  private static ResourceSet growing(
      ResourceKind kind, Subscription subscription, ResourceSet wanted) {
    return kind == ResourceKind.CLUSTER
        ? subscription.taken().map(wanted::with).orElse(wanted)
        : wanted;
  }

  private boolean shrink(Configuration target) {
    Subscription clusters = subscriptions.get(ResourceKind.CLUSTER);
    if (clusters == null || !subscriptions.containsKey(ResourceKind.LISTENER)) {
      return false;
    }
    if (!target.routesReferredTo().isEmpty() && !routesAskedFor(target)) {
      // Envoy asks for routes only after it took the listener; until then it is half way.
      return false;
    }
    ResourceSet wanted = clusters.wanted(target);
    if (clusters.runs(wanted)) {
      return true;
    }
    send(ResourceKind.CLUSTER, clusters, wanted);
    return false;
  }

  private boolean routesAskedFor(Configuration target) {
    Subscription routes = subscriptions.get(ResourceKind.ROUTE_CONFIGURATION);
    return routes != null && routes.asksFor(target.routesReferredTo());
  }

  private void send(ResourceKind kind, Subscription subscription, ResourceSet set) {
    String nonce = Long.toString(++nonces);
    subscription.send(set, nonce);
    out.accept(
        DiscoveryResponse.newBuilder()
            .setTypeUrl(kind.typeUrl())
            .setVersionInfo(set.version())
            .setNonce(nonce)
            .addAllResources(set.resources().values())
            .build());
  }
}
