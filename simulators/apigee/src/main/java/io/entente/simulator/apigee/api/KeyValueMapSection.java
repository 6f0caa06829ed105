package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.EntityKind;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code keyvaluemaps} of an organisation and of an environment: names, no entries. */
final class KeyValueMapSection implements Section {

  @Override
  public void serve(Endpoints endpoints) {
    serve(endpoints, "", call -> call.organization().entities(EntityKind.KEY_VALUE_MAP));
    serve(endpoints, "environments.", call -> call.environment().keyValueMaps());
  }

  private static void serve(
      Endpoints endpoints, String prefix, Function<Invocation, TreeMap<String, ObjectNode>> all) {
    endpoints
        .on(
            prefix + "keyvaluemaps.list",
            call -> Response.json(200, Json.texts(all.apply(call).keySet())))
        .on(prefix + "keyvaluemaps.get", call -> Response.json(200, map(call, all.apply(call))))
        .on(prefix + "keyvaluemaps.create", call -> create(call, all.apply(call)))
        .on(prefix + "keyvaluemaps.delete", call -> delete(call, all.apply(call)));
  }

  private static Response create(Invocation call, TreeMap<String, ObjectNode> all) {
    String name = Invocation.required(call.body(), "name");
    ObjectNode map = Json.object().put("name", name).put("encrypted", true);
    if (all.putIfAbsent(name, map) != null) {
      throw Refusal.of(Code.ALREADY_EXISTS, "key value map " + name + " already exists");
    }
    return Response.json(200, map);
  }

  private static Response delete(Invocation call, TreeMap<String, ObjectNode> all) {
    ObjectNode map = map(call, all);
    all.remove(map.path("name").asText());
    return Response.json(200, map);
  }

  private static ObjectNode map(Invocation call, TreeMap<String, ObjectNode> all) {
    String name = call.variable("keyvaluemapsId");
    return Optional.ofNullable(all.get(name))
        .orElseThrow(() -> Refusal.notFound("key value map " + name + " not found"));
  }
}
