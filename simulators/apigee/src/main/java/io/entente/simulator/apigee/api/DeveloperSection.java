package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.deploy.Deployer;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.EntityKind;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** {@code developers}. A {@code PUT} replaces. */
final class DeveloperSection implements Section {

  private final Deployer deployer;

  DeveloperSection(Deployer deployer) {
    this.deployer = deployer;
  }

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on("developers.list", DeveloperSection::list)
        .on("developers.get", call -> Response.json(200, developer(call)))
        .on("developers.create", told(DeveloperSection::create))
        .on("developers.update", told(DeveloperSection::update))
        .on("developers.delete", told(DeveloperSection::delete));
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
    boolean isPaged = request.argument("count").or(() -> request.argument("startKey")).isPresent();
    if (request.flag("expand") && isPaged) {
      throw Refusal.invalid("expand cannot be combined with count or startKey");
    }
    ArrayNode list = Json.array();
    for (ObjectNode developer : PageByKey.page(request, all(call))) {
      list.add(
          request.flag("expand")
              ? developer
              : Json.object().put("email", developer.path("email").asText()));
    }
    ObjectNode body = Json.object();
    if (!list.isEmpty()) {
      body.set("developer", list);
    }
    return Response.json(200, body);
  }

  private static Response create(Invocation call) {
    ObjectNode developer = call.body();
    String email = Invocation.required(developer, "email");
    if (all(call).containsKey(email)) {
      throw Refusal.of(Code.ALREADY_EXISTS, "developer " + email + " already exists");
    }
    developer
        .put("developerId", UUID.randomUUID().toString())
        .put("createdAt", Long.toString(call.estate().now()));
    return put(call, email, developer);
  }

  private static Response update(Invocation call) {
    ObjectNode before = developer(call);
    ObjectNode developer = call.body();
    developer.set("developerId", before.path("developerId"));
    developer.set("createdAt", before.path("createdAt"));
    return put(call, call.variable("developersId"), developer);
  }

  private static Response delete(Invocation call) {
    ObjectNode developer = developer(call);
    all(call).remove(developer.path("email").asText());
    return Response.json(200, developer);
  }

  private static Response put(Invocation call, String email, ObjectNode developer) {
    for (String field : new String[] {"firstName", "lastName", "userName"}) {
      Invocation.required(developer, field);
    }
    developer
        .put("email", email)
        .put("organizationName", call.organization().name())
        .put("status", "active")
        .put("lastModifiedAt", Long.toString(call.estate().now()));
    all(call).put(email, developer);
    return Response.json(200, developer);
  }

  static ObjectNode developer(Invocation call) {
    String email = call.variable("developersId");
    return Optional.ofNullable(all(call).get(email))
        .orElseThrow(() -> Refusal.notFound("developer " + email + " not found"));
  }

  private static TreeMap<String, ObjectNode> all(Invocation call) {
    return call.organization().entities(EntityKind.DEVELOPER);
  }
}
