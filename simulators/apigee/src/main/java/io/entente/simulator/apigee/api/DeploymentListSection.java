package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.deploy.DeploymentView;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.Deployment;
import io.entente.simulator.apigee.store.Environment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Lists of deployments, of an organisation, an environment, a proxy or a shared flow. */
final class DeploymentListSection implements Section {

  private final DeploymentView view;

  DeploymentListSection(DeploymentView view) {
    this.view = view;
  }

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on("deployments.list", call -> everything(call, call.organization().environments()))
        .on("environments.deployments.list", call -> everything(call, List.of(call.environment())));
    for (BundleKind kind : BundleKind.values()) {
      endpoints
          .on(kind.collection() + ".deployments.list", call -> ofAsset(call, kind))
          .on(kind.collection() + ".revisions.deployments.list", call -> ofRevision(call, kind))
          .on(
              "environments." + kind.collection() + ".deployments.list",
              call -> ofAssetThere(call, kind));
    }
  }

  private Response everything(Invocation call, Collection<Environment> environments) {
    boolean areFlows = call.request().flag("sharedFlows");
    return list(
        environments, areFlows ? BundleKind.SHARED_FLOW : BundleKind.PROXY, deployment -> true);
  }

  private Response ofAsset(Invocation call, BundleKind kind) {
    String name = call.asset(kind).name();
    return list(
        call.organization().environments(),
        kind,
        deployment -> deployment.asset().name().equals(name));
  }

  private Response ofAssetThere(Invocation call, BundleKind kind) {
    String name = call.asset(kind).name();
    return list(
        List.of(call.environment()), kind, deployment -> deployment.asset().name().equals(name));
  }

  private Response ofRevision(Invocation call, BundleKind kind) {
    String name = call.asset(kind).name();
    int number = call.asset(kind).revision(call.variable("revisionsId")).number();
    return list(
        call.organization().environments(),
        kind,
        deployment ->
            deployment.asset().name().equals(name) && deployment.revision().number() == number);
  }

  private Response list(
      Collection<Environment> environments, BundleKind kind, Predicate<Deployment> which) {
    List<ObjectNode> found = new ArrayList<>();
    for (Environment environment : environments) {
      environment.deployments(kind).values().stream()
          .filter(which)
          .forEach(deployment -> found.add(view.brief(environment, deployment)));
    }
    ObjectNode body = Json.object();
    if (!found.isEmpty()) {
      body.putArray("deployments").addAll(found);
    }
    return Response.json(200, body);
  }
}
