package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.deploy.Deployer;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.plane.HookPoint;
import io.entente.simulator.apigee.store.Environment;
import io.entente.simulator.apigee.store.Hook;
import java.util.Arrays;
import java.util.Optional;

/** {@code flowhooks}: four of them, always there. */
final class FlowHookSection implements Section {

  private final Deployer deployer;

  FlowHookSection(Deployer deployer) {
    this.deployer = deployer;
  }

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on("environments.flowhooks.list", FlowHookSection::list)
        .on("environments.flowhooks.get", FlowHookSection::get)
        .on("environments.flowhooks.attachSharedFlowToFlowHook", this::attach)
        .on("environments.flowhooks.detachSharedFlowFromFlowHook", this::detach);
  }

  private static Response list(Invocation call) {
    call.environment();
    return Response.json(
        200, Json.texts(Arrays.stream(HookPoint.values()).map(HookPoint::label).toList()));
  }

  private static Response get(Invocation call) {
    HookPoint point = point(call);
    return view(point, Optional.ofNullable(call.environment().hooks().get(point)));
  }

  private Response attach(Invocation call) {
    HookPoint point = point(call);
    Environment environment = call.environment();
    ObjectNode body = call.body();
    String flow = Invocation.required(body, "sharedFlow");
    if (environment.deployment(BundleKind.SHARED_FLOW, flow).isEmpty()) {
      throw Refusal.of(
          Code.FAILED_PRECONDITION,
          "shared flow \""
              + flow
              + "\" is not deployed in the environment \""
              + environment.name()
              + "\"");
    }
    Hook hook =
        new Hook(
            flow, body.path("continueOnError").asBoolean(true), body.path("description").asText());
    environment.hooks().put(point, hook);
    deployer.run(call.organization(), environment);
    return view(point, Optional.of(hook));
  }

  private Response detach(Invocation call) {
    HookPoint point = point(call);
    Optional<Hook> hook = Optional.ofNullable(call.environment().hooks().remove(point));
    deployer.run(call.organization(), call.environment());
    return view(point, hook);
  }

  private static HookPoint point(Invocation call) {
    String label = call.variable("flowhooksId");
    return Arrays.stream(HookPoint.values())
        .filter(point -> point.label().equals(label))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("flow hook point '" + label + "' is not valid"));
  }

  private static Response view(HookPoint point, Optional<Hook> hook) {
    ObjectNode view =
        Json.object()
            .put("flowHookPoint", point.label())
            .put("continueOnError", hook.map(Hook::continueOnError).orElse(true));
    hook.ifPresent(
        attached -> {
          view.put("sharedFlow", attached.sharedFlow());
          if (!attached.description().isEmpty()) {
            view.put("description", attached.description());
          }
        });
    return Response.json(200, view);
  }
}
