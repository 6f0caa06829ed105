package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Multipart;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.ResourceName;
import java.util.Optional;

/** {@code resourcefiles} of an environment. */
final class ResourceFileSection implements Section {

  @Override
  public void serve(Endpoints endpoints) {
    String prefix = "environments.resourcefiles.";
    endpoints
        .on(prefix + "list", call -> list(call, call.request().argument("type").orElse("")))
        .on(prefix + "listEnvironmentResources", call -> list(call, call.variable("type")))
        .on(prefix + "get", ResourceFileSection::get)
        .on(prefix + "create", ResourceFileSection::create)
        .on(prefix + "delete", ResourceFileSection::delete);
  }

  private static Response list(Invocation call, String type) {
    ArrayNode list = Json.array();
    call.environment().resources().keySet().stream()
        .filter(name -> type.isEmpty() || name.type().equals(type))
        .forEach(name -> list.add(view(name)));
    ObjectNode body = Json.object();
    if (!list.isEmpty()) {
      body.set("resourceFile", list);
    }
    return Response.json(200, body);
  }

  private static Response get(Invocation call) {
    ResourceName name = named(call);
    byte[] bytes = Optional.ofNullable(call.environment().resources().get(name)).orElseThrow();
    return Response.bytes("application/octet-stream", bytes);
  }

  private static Response create(Invocation call) {
    String type = call.request().argument("type").orElse("");
    String name = call.request().argument("name").orElse("");
    if (type.isEmpty() || name.isEmpty()) {
      throw Refusal.invalid("type and name are required");
    }
    ResourceName key = new ResourceName(type, name);
    byte[] bytes = Multipart.file(call.request()).orElse(call.request().body());
    if (call.environment().resources().putIfAbsent(key, bytes) != null) {
      throw Refusal.of(Code.ALREADY_EXISTS, "resource file " + name + " already exists");
    }
    return Response.json(200, view(key));
  }

  private static Response delete(Invocation call) {
    ResourceName name = named(call);
    call.environment().resources().remove(name);
    return Response.json(200, view(name));
  }

  private static ResourceName named(Invocation call) {
    var name = new ResourceName(call.variable("type"), call.variable("name"));
    if (!call.environment().resources().containsKey(name)) {
      throw Refusal.notFound("resource file " + name.type() + "/" + name.name() + " not found");
    }
    return name;
  }

  private static ObjectNode view(ResourceName name) {
    return Json.object().put("name", name.name()).put("type", name.type());
  }
}
