package io.entente.simulator.apigee.deploy;

import io.entente.simulator.apigee.EnvironmentType;
import io.entente.simulator.apigee.RuntimeType;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.error.Violation;
import io.entente.simulator.apigee.store.Asset;
import io.entente.simulator.apigee.store.Deployment;
import io.entente.simulator.apigee.store.Environment;
import io.entente.simulator.apigee.store.Organization;
import io.entente.simulator.apigee.store.Revision;
import java.util.ArrayList;
import java.util.List;

/** What makes a deployment or an undeployment be refused at once. */
final class DeployChecks {

  private final Organization organization;
  private final Environment environment;

  DeployChecks(Organization organization, Environment environment) {
    this.organization = organization;
    this.environment = environment;
  }

  List<Violation> deploy(Asset asset, Revision revision, boolean override) {
    List<Violation> violations = new ArrayList<>();
    boolean isExtensible =
        asset.kind() == BundleKind.SHARED_FLOW || revision.bundle().contents().isExtensible();
    if (organization.spec().runtimeType() == RuntimeType.CLOUD
        && environment.spec().type() == EnvironmentType.BASE
        && isExtensible) {
      violations.add(
          new Violation(
              "INVALID_DESTINATION_ENVIRONMENT",
              "organizations/" + organization.name() + "/environments/" + environment.name(),
              "The extensible revision cannot be deployed to \""
                  + environment.name()
                  + "\", because it's a BASE environment."));
    }
    environment
        .deployment(asset.kind(), asset.name())
        .filter(current -> !override && current.revision().number() != revision.number())
        .ifPresent(
            current ->
                violations.add(
                    new Violation(
                        "CONFLICTING_DEPLOYMENT",
                        subject(current),
                        "Revision "
                            + current.revision().id()
                            + " is already deployed; use the override flag to replace.")));
    environment.deployments(BundleKind.PROXY).values().stream()
        .filter(other -> asset.kind() == BundleKind.PROXY)
        .filter(other -> !other.asset().name().equals(asset.name()))
        .forEach(other -> samePaths(revision, other, violations));
    return violations;
  }

  List<Violation> undeploy(Deployment deployment) {
    List<Violation> violations = new ArrayList<>();
    if (deployment.asset().kind() == BundleKind.PROXY) {
      return violations;
    }
    String flow = deployment.asset().name();
    environment
        .hooks()
        .forEach(
            (point, hook) -> {
              if (hook.sharedFlow().equals(flow)) {
                violations.add(
                    broken(
                        deployment,
                        "The shared flow is attached to the flow hook " + point.label() + "."));
              }
            });
    for (BundleKind kind : BundleKind.values()) {
      environment.deployments(kind).values().stream()
          .filter(other -> other.revision().bundle().contents().callees().contains(flow))
          .forEach(other -> violations.add(broken(deployment, subject(other) + " calls it.")));
    }
    return violations;
  }

  private Violation broken(Deployment deployment, String why) {
    return new Violation("WOULD_BREAK_DEPENDENT", subject(deployment), why);
  }

  private void samePaths(Revision revision, Deployment other, List<Violation> violations) {
    List<String> shared =
        other.revision().bundle().contents().basePaths().stream()
            .filter(revision.bundle().contents().basePaths()::contains)
            .toList();
    if (!shared.isEmpty()) {
      violations.add(
          new Violation(
              "CONFLICTING_DEPLOYMENT",
              subject(other),
              "Existing deployment of \""
                  + subject(other)
                  + "\" contains conflicting base paths: ["
                  + String.join(" ", shared)
                  + "]."));
    }
  }

  private String subject(Deployment deployment) {
    return "organizations/"
        + organization.name()
        + "/"
        + deployment.asset().kind().collection()
        + "/"
        + deployment.asset().name()
        + "/revisions/"
        + deployment.revision().id();
  }
}
