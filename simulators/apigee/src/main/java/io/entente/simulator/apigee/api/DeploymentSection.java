package io.entente.simulator.apigee.api;

import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.deploy.DeployOptions;
import io.entente.simulator.apigee.deploy.Deployer;
import io.entente.simulator.apigee.deploy.DeploymentView;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.Asset;
import io.entente.simulator.apigee.store.Deployment;
import io.entente.simulator.apigee.store.Revision;

/** Deploys, undeploys and shows one revision in one environment. */
final class DeploymentSection implements Section {

  private final BundleKind kind;
  private final Deployer deployer;
  private final DeploymentView view;

  DeploymentSection(BundleKind kind, Deployer deployer, DeploymentView view) {
    this.kind = kind;
    this.deployer = deployer;
    this.view = view;
  }

  @Override
  public void serve(Endpoints endpoints) {
    String prefix = "environments." + kind.collection() + ".revisions.";
    endpoints
        .on(prefix + "deploy", this::deploy)
        .on(prefix + "getDeployments", this::get)
        .on(prefix + "undeploy", this::undeploy);
    if (kind == BundleKind.PROXY) {
      endpoints
          .on(prefix + "deployments.generateDeployChangeReport", this::report)
          .on(prefix + "deployments.generateUndeployChangeReport", this::undeployReport);
    }
  }

  private Response deploy(Invocation call) {
    call.environment();
    Asset asset = call.asset(kind);
    var account = call.request().argument("serviceAccount").filter(text -> !text.isEmpty());
    if (account.isPresent() && !account.get().contains("@")) {
      throw Refusal.invalid("service_account '" + account.get() + "' is not an e-mail address");
    }
    Deployment deployment =
        deployer.deploy(
            call.organization(),
            call.environment(),
            asset,
            revision(call),
            new DeployOptions(call.request().flag("override"), account));
    return Response.json(200, view.brief(call.environment(), deployment));
  }

  private Response get(Invocation call) {
    return Response.json(
        200, view.whole(call.organization(), call.environment(), deployment(call)));
  }

  private Response undeploy(Invocation call) {
    deployer.undeploy(call.organization(), call.environment(), deployment(call));
    return Response.json(200, Json.object());
  }

  private Response report(Invocation call) {
    return Response.json(
        200,
        deployer.report(
            call.organization(),
            call.environment(),
            call.asset(kind),
            revision(call),
            call.request().flag("override")));
  }

  private Response undeployReport(Invocation call) {
    return Response.json(
        200, deployer.undeployReport(call.organization(), call.environment(), deployment(call)));
  }

  private Revision revision(Invocation call) {
    return call.asset(kind).revision(call.variable("revisionsId"));
  }

  private Deployment deployment(Invocation call) {
    Revision revision = revision(call);
    return call.environment()
        .deployment(kind, call.asset(kind).name())
        .filter(deployment -> deployment.revision().number() == revision.number())
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "revision "
                        + revision.id()
                        + " is not deployed in the environment "
                        + call.environment().name()));
  }
}
