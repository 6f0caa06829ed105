package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.GroupSpec;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;
import java.util.List;

/** {@code envgroups} and their attachments. */
final class GroupSection implements Section {

  private static final PageByToken PAGES = new PageByToken(25, 100);

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on("envgroups.list", GroupSection::list)
        .on("envgroups.get", call -> Response.json(200, view(call, group(call))))
        .on("envgroups.attachments.list", GroupSection::attachments)
        .on("envgroups.attachments.get", GroupSection::attachment);
  }

  private static Response list(Invocation call) {
    List<ObjectNode> all =
        call.organization().spec().groups().stream().map(group -> view(call, group)).toList();
    return Response.json(200, PAGES.page(call.request(), "environmentGroups", all));
  }

  private static Response attachments(Invocation call) {
    return Response.json(
        200, PAGES.page(call.request(), "environmentGroupAttachments", views(call)));
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
    GroupSpec group = group(call);
    String created = Long.toString(call.organization().createdAt());
    return group.environments().stream()
        .map(
            environment ->
                Json.object()
                    .put("name", group.name() + "-" + environment)
                    .put("environment", environment)
                    .put("environmentGroupId", group.name())
                    .put("createdAt", created))
        .toList();
  }

  private static GroupSpec group(Invocation call) {
    String name = call.variable("envgroupsId");
    return call.organization().spec().groups().stream()
        .filter(group -> group.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("environment group " + name + " not found"));
  }

  private static ObjectNode view(Invocation call, GroupSpec group) {
    String created = Long.toString(call.organization().createdAt());
    ObjectNode view =
        Json.object()
            .put("name", group.name())
            .put("state", "ACTIVE")
            .put("createdAt", created)
            .put("lastModifiedAt", created);
    view.set("hostnames", Json.texts(group.hostnames()));
    return view;
  }
}
