package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.RuntimeType;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.Environment;
import io.entente.simulator.apigee.store.Organization;

/** {@code organizations}. */
final class OrganizationSection implements Section {

  @Override
  public void serve(Endpoints endpoints) {
    endpoints.on("list", OrganizationSection::list).on("get", OrganizationSection::get);
  }

  private static Response list(Invocation call) {
    ObjectNode body = Json.object();
    ArrayNode list = body.putArray("organizations");
    for (Organization organization : call.estate().organizations()) {
      ObjectNode entry =
          list.addObject()
              .put("organization", organization.name())
              .put("projectId", organization.name())
              .put("location", "global");
      entry.putArray("projectIds").add(organization.name());
    }
    return Response.json(200, body);
  }

  private static Response get(Invocation call) {
    Organization organization = call.organization();
    boolean isHybrid = organization.spec().runtimeType() == RuntimeType.HYBRID;
    String created = Long.toString(organization.createdAt());
    ObjectNode body =
        Json.object()
            .put("name", organization.name())
            .put("projectId", organization.name())
            .put("displayName", organization.name())
            .put("createdAt", created)
            .put("lastModifiedAt", created)
            .put("runtimeType", organization.spec().runtimeType().name())
            .put("billingType", isHybrid ? "SUBSCRIPTION" : "PAYG")
            .put("subscriptionType", "PAID")
            .put("state", "ACTIVE")
            .put("analyticsRegion", "europe-west1");
    body.set(
        "environments",
        Json.texts(organization.environments().stream().map(Environment::name).toList()));
    ArrayNode properties = body.putObject("properties").putArray("property");
    properties
        .addObject()
        .put("name", "features.hybrid.enabled")
        .put("value", Boolean.toString(isHybrid));
    properties.addObject().put("name", "features.mart.connect.enabled").put("value", "true");
    body.putObject("addonsConfig").putObject("advancedApiOpsConfig").put("enabled", false);
    return Response.json(200, body);
  }
}
