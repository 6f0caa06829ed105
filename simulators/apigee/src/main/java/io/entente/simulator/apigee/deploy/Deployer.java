package io.entente.simulator.apigee.deploy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.error.Violation;
import io.entente.simulator.apigee.plane.DataPlane;
import io.entente.simulator.apigee.store.Asset;
import io.entente.simulator.apigee.store.Deployment;
import io.entente.simulator.apigee.store.DeploymentState;
import io.entente.simulator.apigee.store.Environment;
import io.entente.simulator.apigee.store.Estate;
import io.entente.simulator.apigee.store.Organization;
import io.entente.simulator.apigee.store.Revision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Deploys and undeploys. Called under the lock of the estate. */
public final class Deployer implements AutoCloseable {

  private final Estate estate;
  private final DataPlane plane;
  private volatile Duration delay;
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            var thread = new Thread(work, "apigee-deployments");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * The deployer.
   *
   * @param delay until a deployment is ready; zero: before the call returns
   */
  public Deployer(Estate estate, DataPlane plane, Duration delay) {
    this.estate = estate;
    this.plane = plane;
    this.delay = delay;
  }

  /** From the next deployment on. */
  public void delay(Duration other) {
    delay = other;
  }

  /** Until a change is done. */
  public Duration delay() {
    return delay;
  }

  /**
   * Starts a deployment.
   *
   * @throws Refusal when it is against a rule
   */
  public Deployment deploy(
      Organization organization,
      Environment environment,
      Asset asset,
      Revision revision,
      DeployOptions options) {
    List<Violation> violations =
        new DeployChecks(organization, environment).deploy(asset, revision, options.override());
    if (!violations.isEmpty()) {
      throw Refusal.precondition("deployment validations failed", violations);
    }
    Optional<Deployment> before = environment.deployment(asset.kind(), asset.name());
    Deployment deployment =
        new Deployment(
            asset,
            revision,
            options.serviceAccount(),
            estate.now(),
            DeploymentState.PROGRESSING,
            before.flatMap(Deployment::running),
            List.of());
    revision.freeze();
    environment.deployments(asset.kind()).put(asset.name(), deployment);
    if (delay.isZero()) {
      settle(organization, environment, deployment);
    } else {
      later.schedule(
          () -> estate.locked(() -> settle(organization, environment, deployment)),
          delay.toMillis(),
          TimeUnit.MILLISECONDS);
    }
    return environment.deployment(asset.kind(), asset.name()).orElse(deployment);
  }

  /**
   * Ends a deployment.
   *
   * @throws Refusal when something depends on it
   */
  public void undeploy(Organization organization, Environment environment, Deployment deployment) {
    List<Violation> violations = new DeployChecks(organization, environment).undeploy(deployment);
    if (!violations.isEmpty()) {
      throw Refusal.precondition("undeployment validations failed", violations);
    }
    environment.deployments(deployment.asset().kind()).remove(deployment.asset().name());
    run(organization, environment);
  }

  /** What would happen, as a change report. */
  public ObjectNode report(
      Organization organization,
      Environment environment,
      Asset asset,
      Revision revision,
      boolean override) {
    return ChangeReport.of(
        new DeployChecks(organization, environment).deploy(asset, revision, override),
        RouteConflicts.of(organization, environment, asset, revision, Long.MAX_VALUE));
  }

  /** What would happen, as a change report. */
  public ObjectNode undeployReport(
      Organization organization, Environment environment, Deployment deployment) {
    return ChangeReport.of(
        new DeployChecks(organization, environment).undeploy(deployment), Json.array());
  }

  /** Tells the data plane what runs now. */
  public void run(Organization organization, Environment environment) {
    plane.run(Running.of(organization, environment));
  }

  /** Tells the data plane of the apps and products of all environments. */
  public void run(Organization organization) {
    organization.environments().forEach(environment -> run(organization, environment));
  }

  @Override
  public void close() {
    later.shutdownNow();
  }

  private boolean settle(
      Organization organization, Environment environment, Deployment deployment) {
    Asset asset = deployment.asset();
    var all = environment.deployments(asset.kind());
    if (all.get(asset.name()) != deployment) {
      return false;
    }
    List<String> faults = faults(environment, deployment);
    all.put(asset.name(), faults.isEmpty() ? deployment.ready() : deployment.failed(faults));
    run(organization, environment);
    return true;
  }

  private List<String> faults(Environment environment, Deployment deployment) {
    List<String> faults = new ArrayList<>();
    for (String callee : deployment.revision().bundle().contents().callees()) {
      if (environment.deployment(BundleKind.SHARED_FLOW, callee).isEmpty()) {
        faults.add(
            "The shared flow \""
                + callee
                + "\", named by a FlowCallout, is not deployed in the"
                + " environment \""
                + environment.name()
                + "\".");
      }
    }
    try {
      faults.addAll(
          plane.faultsOf(
              Running.bundle(deployment.asset(), deployment.revision()),
              deployment.asset().kind() == BundleKind.SHARED_FLOW));
    } catch (RuntimeException e) {
      // thrown on, it would leave the deployment progressing for ever
      faults.add("The data plane failed: " + e);
    }
    return faults;
  }
}
