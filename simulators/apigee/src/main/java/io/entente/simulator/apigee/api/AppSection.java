package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.deploy.Deployer;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.EntityKind;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** {@code apps} of all developers, and making one. */
final class AppSection implements Section {

  private static final PageByToken PAGES = new PageByToken(1000, 1000);

  private final Deployer deployer;

  AppSection(Deployer deployer) {
    this.deployer = deployer;
  }

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on("apps.list", AppSection::list)
        .on("apps.get", AppSection::get)
        .on("developers.apps.create", told(AppSection::create));
  }

  /** The data plane knows of the change before the caller does. */
  private Endpoint told(Endpoint change) {
    return call -> {
      Response response = change.answer(call);
      deployer.run(call.organization());
      return response;
    };
  }

  private static Response list(Invocation call) {
    Request request = call.request();
    String status = request.argument("status").orElse("approved");
    List<ObjectNode> shown =
        all(call).values().stream()
            .filter(app -> app.path("status").asText().equals(status))
            .map(app -> shown(app, request))
            .toList();
    ObjectNode page = PAGES.page(request, "app", shown);
    return Response.json(200, page.put("totalSize", shown.size()));
  }

  private static ObjectNode shown(ObjectNode app, Request request) {
    if (!request.flag("expand")) {
      return Json.object().put("appId", app.path("appId").asText());
    }
    ObjectNode copy = app.deepCopy();
    if (!request.flag("includeCred")) {
      copy.remove("credentials");
    }
    return copy;
  }

  private static Response get(Invocation call) {
    String id = call.variable("appsId");
    return Optional.ofNullable(all(call).get(id))
        .map(app -> Response.json(200, app))
        .orElseThrow(() -> Refusal.notFound("app " + id + " not found"));
  }

  private static Response create(Invocation call) {
    ObjectNode developer = DeveloperSection.developer(call);
    ObjectNode body = call.body();
    String now = Long.toString(call.estate().now());
    ObjectNode common =
        Json.object()
            .put("name", Invocation.required(body, "name"))
            .put("appId", UUID.randomUUID().toString())
            .put("status", "approved")
            .put("createdAt", now)
            .put("lastModifiedAt", now);
    common.set("developerId", developer.path("developerId"));
    ArrayNode products = Json.array();
    body.path("apiProducts")
        .forEach(
            product ->
                products.addObject().put("apiproduct", product.asText()).put("status", "approved"));
    common
        .putArray("credentials")
        .addObject()
        .put("consumerKey", secret())
        .put("consumerSecret", secret())
        .put("issuedAt", now)
        .put("expiresAt", "-1")
        .put("status", "approved")
        .set("apiProducts", products);
    ObjectNode app = common.deepCopy().put("developerEmail", developer.path("email").asText());
    app.set("apiProducts", products);
    all(call).put(app.path("appId").asText(), app);
    return Response.json(200, common);
  }

  private static String secret() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  private static TreeMap<String, ObjectNode> all(Invocation call) {
    return call.organization().entities(EntityKind.APP);
  }
}
