package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.deploy.Deployer;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;
import java.util.Optional;

/** {@code targetservers}. */
final class TargetServerSection implements Section {

  private final Deployer deployer;

  TargetServerSection(Deployer deployer) {
    this.deployer = deployer;
  }

  @Override
  public void serve(Endpoints endpoints) {
    String prefix = "environments.targetservers.";
    endpoints
        .on(
            prefix + "list",
            call -> Response.json(200, Json.texts(call.environment().targetServers().keySet())))
        .on(prefix + "get", call -> Response.json(200, server(call)))
        .on(prefix + "create", this::create)
        .on(prefix + "update", this::update)
        .on(prefix + "delete", this::delete);
  }

  private Response create(Invocation call) {
    ObjectNode server = checked(call.body());
    String name =
        call.request().argument("name").orElseGet(() -> Invocation.required(server, "name"));
    if (call.environment().targetServers().containsKey(name)) {
      throw Refusal.of(Code.ALREADY_EXISTS, "target server " + name + " already exists");
    }
    return put(call, name, server);
  }

  private Response update(Invocation call) {
    server(call);
    return put(call, call.variable("targetserversId"), checked(call.body()));
  }

  private Response delete(Invocation call) {
    ObjectNode server = server(call);
    call.environment().targetServers().remove(call.variable("targetserversId"));
    deployer.run(call.organization(), call.environment());
    return Response.json(200, server);
  }

  private Response put(Invocation call, String name, ObjectNode server) {
    server.put("name", name).put("isEnabled", server.path("isEnabled").asBoolean(true));
    call.environment().targetServers().put(name, server);
    deployer.run(call.organization(), call.environment());
    return Response.json(200, server);
  }

  private static ObjectNode checked(ObjectNode server) {
    Invocation.required(server, "host");
    int port = server.path("port").asInt();
    if (port < 1 || port > 65535) {
      throw Refusal.invalid("port " + port + " must be between 1 and 65535");
    }
    return server;
  }

  private static ObjectNode server(Invocation call) {
    String name = call.variable("targetserversId");
    return Optional.ofNullable(call.environment().targetServers().get(name))
        .orElseThrow(() -> Refusal.notFound("target server " + name + " not found"));
  }
}
