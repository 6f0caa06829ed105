package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.InstanceSpec;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;
import java.util.List;

/** {@code instances} and their attachments. */
final class InstanceSection implements Section {

  private static final PageByToken PAGES = new PageByToken(25, 100);

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on("instances.list", InstanceSection::list)
        .on("instances.get", call -> Response.json(200, view(call, instance(call))))
        .on("instances.attachments.list", InstanceSection::attachments)
        .on("instances.attachments.get", InstanceSection::attachment);
  }

  private static Response list(Invocation call) {
    List<ObjectNode> all =
        call.organization().spec().instances().stream()
            .map(instance -> view(call, instance))
            .toList();
    return Response.json(200, PAGES.page(call.request(), "instances", all));
  }

  private static Response attachments(Invocation call) {
    return Response.json(200, PAGES.page(call.request(), "attachments", views(call)));
  }

  private static Response attachment(Invocation call) {
    String name = call.variable("attachmentsId");
    return views(call).stream()
        .filter(view -> view.path("name").asText().equals(name))
        .findFirst()
        .map(view -> Response.json(200, view))
        .orElseThrow(() -> Refusal.notFound("attachment " + name + " not found"));
  }

  private static List<ObjectNode> views(Invocation call) {
    InstanceSpec instance = instance(call);
    String created = Long.toString(call.organization().createdAt());
    return instance.environments().stream()
        .map(
            environment ->
                Json.object()
                    .put("name", instance.name() + "-" + environment)
                    .put("environment", environment)
                    .put("createdAt", created))
        .toList();
  }

  private static InstanceSpec instance(Invocation call) {
    String name = call.variable("instancesId");
    return call.organization().spec().instances().stream()
        .filter(instance -> instance.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("instance " + name + " not found"));
  }

  private static ObjectNode view(Invocation call, InstanceSpec instance) {
    String created = Long.toString(call.organization().createdAt());
    return Json.object()
        .put("name", instance.name())
        .put("location", instance.location())
        .put("host", "10.0.0.2")
        .put("port", "443")
        .put("state", "ACTIVE")
        .put("createdAt", created)
        .put("lastModifiedAt", created)
        .put("runtimeVersion", "1-14-0-apigee-1");
  }
}
