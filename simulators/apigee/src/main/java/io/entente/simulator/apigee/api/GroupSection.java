package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.GroupSpec;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.deploy.Deployer;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.Operation;
import io.entente.simulator.apigee.store.Organization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code envgroups} and their attachments. Changing host names is a long-running operation. */
final class GroupSection implements Section {

  private static final PageByToken PAGES = new PageByToken(25, 100);

  private final Deployer deployer;

  GroupSection(Deployer deployer) {
    this.deployer = deployer;
  }

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on("envgroups.list", GroupSection::list)
        .on("envgroups.get", call -> Response.json(200, view(call, group(call))))
        .on("envgroups.patch", this::patch)
        .on("envgroups.attachments.list", GroupSection::attachments)
        .on("envgroups.attachments.get", GroupSection::attachment);
  }

  private static Response list(Invocation call) {
    List<ObjectNode> all =
        call.organization().groups().values().stream().map(group -> view(call, group)).toList();
    return Response.json(200, PAGES.page(call.request(), "environmentGroups", all));
  }

  private Response patch(Invocation call) {
    GroupSpec group = group(call);
    String mask = call.request().argument("updateMask").orElse("hostnames");
    List<String> hostnames = new ArrayList<>();
    call.body().path("hostnames").forEach(name -> hostnames.add(name.asText()));
    if (!mask.equals("hostnames") || hostnames.isEmpty()) {
      throw Refusal.invalid("only hostnames can be updated, and there must be one");
    }
    Organization organization = call.organization();
    GroupSpec changed = new GroupSpec(group.name(), hostnames, group.environments());
    organization.groups().put(group.name(), changed);
    for (String environment : group.environments()) {
      deployer.run(organization, organization.environment(environment));
    }
    Operation operation =
        new Operation(
            UUID.randomUUID().toString(),
            "organizations/" + organization.name() + "/envgroups/" + group.name(),
            call.estate().now() + deployer.delay().toMillis(),
            view(call, changed)
                .put("@type", "type.googleapis.com/google.cloud.apigee.v1.EnvironmentGroup"));
    organization.operations().put(operation.id(), operation);
    return Response.json(
        200, OperationView.of(organization.name(), operation, call.estate().now()));
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
    return Optional.ofNullable(call.organization().groups().get(name))
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
