package io.entente.simulator.apigee.deploy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.GroupSpec;
import io.entente.simulator.apigee.InstanceSpec;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.store.Deployment;
import io.entente.simulator.apigee.store.DeploymentState;
import io.entente.simulator.apigee.store.Environment;
import io.entente.simulator.apigee.store.Estate;
import io.entente.simulator.apigee.store.Organization;
import io.entente.simulator.apigee.store.Revision;
import java.util.List;
import java.util.Optional;

/** Deployments as the API shows them. Called under the lock of the estate. */
public final class DeploymentView {

  private static final int FAILED_PRECONDITION = 9;

  private final Estate estate;
  private final Deployer deployer;

  public DeploymentView(Estate estate, Deployer deployer) {
    this.estate = estate;
    this.deployer = deployer;
  }

  /** As in lists: without state. */
  public ObjectNode brief(Environment environment, Deployment deployment) {
    ObjectNode view =
        Json.object()
            .put("environment", environment.name())
            .put("apiProxy", deployment.asset().name())
            .put("revision", deployment.revision().id())
            .put("deployStartTime", Long.toString(deployment.startedAt()));
    deployment
        .serviceAccount()
        .ifPresent(account -> view.put("serviceAccount", "projects/-/serviceAccounts/" + account));
    if (deployment.asset().kind() == BundleKind.PROXY) {
      boolean isExtensible = deployment.revision().bundle().contents().isExtensible();
      view.put("proxyDeploymentType", isExtensible ? "EXTENSIBLE" : "STANDARD");
    }
    return view;
  }

  /** With state, errors and what each instance reports. */
  public ObjectNode whole(
      Organization organization, Environment environment, Deployment deployment) {
    ObjectNode view = brief(environment, deployment);
    view.put("state", deployment.state().name());
    if (!deployment.errors().isEmpty()) {
      ArrayNode errors = view.putArray("errors");
      deployment
          .errors()
          .forEach(
              error -> errors.addObject().put("code", FAILED_PRECONDITION).put("message", error));
    }
    List<InstanceSpec> instances = organization.instancesOf(environment.name());
    ArrayNode list = view.putArray("instances");
    for (int i = 0; i < instances.size(); i++) {
      instance(list.addObject(), organization, environment, deployment, i, instances);
    }
    ArrayNode conflicts =
        RouteConflicts.of(
            organization,
            environment,
            deployment.asset(),
            deployment.revision(),
            deployment.startedAt());
    if (!conflicts.isEmpty()) {
      view.set("routeConflicts", conflicts);
    }
    return view;
  }

  private void instance(
      ObjectNode view,
      Organization organization,
      Environment environment,
      Deployment deployment,
      int index,
      List<InstanceSpec> instances) {
    view.put("instance", instances.get(index).name());
    Optional<Revision> running = running(deployment, index, instances.size());
    if (running.isEmpty()) {
      return;
    }
    view.putArray("deployedRevisions")
        .addObject()
        .put("revision", running.get().id())
        .put("percentage", 100);
    if (deployment.asset().kind() == BundleKind.PROXY) {
      ArrayNode routes = view.putArray("deployedRoutes");
      for (GroupSpec group : organization.groupsOf(environment.name())) {
        for (String path : running.get().bundle().contents().basePaths()) {
          routes
              .addObject()
              .put("basepath", path)
              .put("envgroup", group.name())
              .put("environment", environment.name())
              .put("percentage", 100);
        }
      }
    }
  }

  /** While a deployment progresses, instances take it up one after the other. */
  private Optional<Revision> running(Deployment deployment, int index, int instances) {
    if (deployment.state() != DeploymentState.PROGRESSING || instances < 2) {
      return deployment.running();
    }
    long share = deployer.delay().toMillis() * (index + 1) / instances;
    boolean isDone = index < instances - 1 && estate.now() >= deployment.startedAt() + share;
    return isDone ? Optional.of(deployment.revision()) : deployment.running();
  }
}
