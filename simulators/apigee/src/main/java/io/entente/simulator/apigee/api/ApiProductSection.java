package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.deploy.Deployer;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.EntityKind;
import java.util.Optional;
import java.util.TreeMap;

/** {@code apiproducts}. A {@code PUT} replaces. */
final class ApiProductSection implements Section {

  private final Deployer deployer;

  ApiProductSection(Deployer deployer) {
    this.deployer = deployer;
  }

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on("apiproducts.list", ApiProductSection::list)
        .on("apiproducts.get", call -> Response.json(200, product(call)))
        .on("apiproducts.create", told(ApiProductSection::create))
        .on("apiproducts.update", told(ApiProductSection::update))
        .on("apiproducts.delete", told(ApiProductSection::delete));
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
    boolean isExpanded = call.request().flag("expand");
    ObjectNode body = Json.object();
    ArrayNode list = Json.array();
    for (ObjectNode product : PageByKey.page(call.request(), all(call))) {
      list.add(isExpanded ? product : Json.object().put("name", product.path("name").asText()));
    }
    if (!list.isEmpty()) {
      body.set("apiProduct", list);
    }
    return Response.json(200, body);
  }

  private static Response create(Invocation call) {
    ObjectNode product = call.body();
    String name = Invocation.required(product, "name");
    if (all(call).containsKey(name)) {
      throw Refusal.of(Code.ALREADY_EXISTS, "API product " + name + " already exists");
    }
    return put(call, name, product, Long.toString(call.estate().now()));
  }

  private static Response update(Invocation call) {
    String created = product(call).path("createdAt").asText();
    return put(call, call.variable("apiproductsId"), call.body(), created);
  }

  private static Response delete(Invocation call) {
    ObjectNode product = product(call);
    all(call).remove(call.variable("apiproductsId"));
    return Response.json(200, product);
  }

  private static Response put(Invocation call, String name, ObjectNode product, String created) {
    product
        .put("name", name)
        .put("createdAt", created)
        .put("lastModifiedAt", Long.toString(call.estate().now()));
    all(call).put(name, product);
    return Response.json(200, product);
  }

  private static ObjectNode product(Invocation call) {
    String name = call.variable("apiproductsId");
    return Optional.ofNullable(all(call).get(name))
        .orElseThrow(() -> Refusal.notFound("API product " + name + " not found"));
  }

  private static TreeMap<String, ObjectNode> all(Invocation call) {
    return call.organization().entities(EntityKind.API_PRODUCT);
  }
}
