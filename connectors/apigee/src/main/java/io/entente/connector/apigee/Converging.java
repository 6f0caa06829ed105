package io.entente.connector.apigee;

import io.entente.connector.spi.Convergence;
import io.entente.connector.spi.NodeState;
import io.entente.connector.spi.NodeState.Sync;
import io.entente.translator.apigee.dialect.ApigeeNames;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far instances have taken up what is ours, as Apigee says of each deployment. An instance is
 * as far as the one of our deployments that is least far on it. Hooks have no state of their own:
 * an instance that takes part at all takes them with its configuration.
 */
final class Converging {

  private static final String ALL = "all instances";

  private final ApigeeClient client;
  private final Bundles proxies;
  private final EnvironmentProfile profile;
  private final InstantSource clock;

  Converging(
      ApigeeClient client, Bundles proxies, EnvironmentProfile profile, InstantSource clock) {
    this.client = client;
    this.proxies = proxies;
    this.profile = profile;
    this.clock = clock;
  }

  Convergence now() {
    Instant now = clock.instant();
    try {
      var states = new TreeMap<String, NodeState>();
      for (String instance : profile.instances()) {
        states.put(instance, state(instance, Sync.SYNCED, Optional.empty(), now));
      }
      for (Deployment deployment : ours()) {
        add(states, deployment, now);
      }
      return new Convergence(List.copyOf(states.values()));
    } catch (ApigeeFailure e) {
      return new Convergence(
          List.of(state(ALL, Sync.UNKNOWN, Optional.of(e.problem().message()), now)));
    }
  }

  private void add(TreeMap<String, NodeState> states, Deployment deployment, Instant now) {
    for (var instance : deployment.instances()) {
      boolean all = instance.share() == 100;
      var sync =
          deployment.failed()
              ? Sync.REJECTED
              : deployment.ready() && all ? Sync.SYNCED : Sync.PENDING;
      merge(states, deployment, instance.name(), sync, now);
    }
    if (deployment.instances().isEmpty() && !deployment.ready()) {
      var sync = deployment.failed() ? Sync.REJECTED : Sync.PENDING;
      for (String instance : states.isEmpty() ? List.of(ALL) : List.copyOf(states.keySet())) {
        merge(states, deployment, instance, sync, now);
      }
    }
  }

  private static void merge(
      TreeMap<String, NodeState> states,
      Deployment deployment,
      String instance,
      Sync sync,
      Instant now) {
    var message =
        sync == Sync.SYNCED
            ? Optional.<String>empty()
            : Optional.of(
                deployment.name()
                    + " revision "
                    + deployment.revision()
                    + " is "
                    + deployment.state().orElse("without a state")
                    + (deployment.errors().isEmpty()
                        ? ""
                        : ": " + GoogleMessage.bounded(String.join("; ", deployment.errors()))));
    var next = state(instance, sync, message, now);
    states.merge(instance, next, (one, other) -> rank(other) > rank(one) ? other : one);
  }

  private static int rank(NodeState state) {
    return List.of(Sync.SYNCED, Sync.UNKNOWN, Sync.PENDING, Sync.REJECTED).indexOf(state.sync());
  }

  private static NodeState state(String node, Sync sync, Optional<String> message, Instant since) {
    return new NodeState(node, sync, Optional.empty(), message, since);
  }

  /** Deployments of flows and proxies that are, or hold, something of ours; with their states. */
  private List<Deployment> ours() throws ApigeeFailure {
    var found = new ArrayList<Deployment>();
    for (Deployment flow : client.sharedFlows().deployed()) {
      if (ApigeeNames.isOurs(flow.name())) {
        client.sharedFlows().state(flow.name(), flow.revision()).ifPresent(found::add);
      }
    }
    var entities = new HashMap<String, BundleEntity>();
    client.proxies().list().forEach(entity -> entities.put(entity.name(), entity));
    for (Deployment proxy : client.proxies().deployed()) {
      var entity = Optional.ofNullable(entities.get(proxy.name()));
      if (ApigeeNames.isOurs(proxy.name())
          || (entity.isPresent() && holdsOurs(entity.get(), proxy))) {
        client.proxies().state(proxy.name(), proxy.revision()).ifPresent(found::add);
      }
    }
    return found;
  }

  private boolean holdsOurs(BundleEntity entity, Deployment deployment) throws ApigeeFailure {
    return proxies.seen(entity, deployment.revision()).holdsOurs();
  }
}
