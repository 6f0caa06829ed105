package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.RuntimeType;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.Environment;
import io.entente.simulator.apigee.store.Organization;

/** {@code environments} and their settings. */
final class EnvironmentSection implements Section {

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on("environments.list", EnvironmentSection::list)
        .on("environments.get", EnvironmentSection::get)
        .on("environments.getAddonsConfig", EnvironmentSection::addons)
        .on("environments.getDebugmask", EnvironmentSection::debugMask)
        .on("environments.getTraceConfig", EnvironmentSection::traceConfig);
  }

  private static Response list(Invocation call) {
    return Response.json(
        200,
        Json.texts(call.organization().environments().stream().map(Environment::name).toList()));
  }

  private static Response get(Invocation call) {
    Organization organization = call.organization();
    Environment environment = call.environment();
    String created = Long.toString(organization.createdAt());
    ObjectNode body =
        Json.object()
            .put("name", environment.name())
            .put("displayName", environment.name())
            .put("state", "ACTIVE")
            .put("deploymentType", "PROXY")
            .put("apiProxyType", "PROGRAMMABLE")
            .put("createdAt", created)
            .put("lastModifiedAt", created);
    if (organization.spec().runtimeType() == RuntimeType.CLOUD) {
      body.put("type", environment.spec().type().name());
    }
    if (!environment.hooks().isEmpty()) {
      body.put("hasAttachedFlowHooks", true);
    }
    return Response.json(200, body);
  }

  private static Response addons(Invocation call) {
    boolean hasAnalytics = call.environment().spec().hasAnalytics();
    ObjectNode body = Json.object();
    body.putObject("analyticsConfig")
        .put("enabled", hasAnalytics)
        .put("state", hasAnalytics ? "ENABLED" : "DISABLED");
    return Response.json(200, body);
  }

  private static Response debugMask(Invocation call) {
    return Response.json(
        200,
        Json.object()
            .put(
                "name",
                "organizations/"
                    + call.organization().name()
                    + "/environments/"
                    + call.environment().name()
                    + "/debugmask"));
  }

  private static Response traceConfig(Invocation call) {
    call.environment();
    ObjectNode body = Json.object();
    body.putObject("samplingConfig").put("sampler", "OFF");
    return Response.json(200, body);
  }
}
