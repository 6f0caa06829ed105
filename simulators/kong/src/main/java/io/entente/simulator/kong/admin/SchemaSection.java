package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.Entities;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.http.Request;
import io.entente.simulator.kong.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /schemas/…}: definitions, and judging an entity without storing it. */
final class SchemaSection implements Section {

  private final Catalogue catalogue;
  private final Entities entities;
  private final BodyTypes bodies;

  SchemaSection(Catalogue catalogue, Entities entities) {
    this.catalogue = catalogue;
    this.entities = entities;
    this.bodies = new BodyTypes(catalogue);
  }

  @Override
  public Optional<Endpoint> find(List<String> path) {
    if (path.size() == 3 && path.get(0).equals("plugins") && path.get(1).equals("schema")) {
      return Optional.of(Endpoint.get(request -> plugin(path.get(2))));
    }
    if (path.size() < 2 || path.size() > 3 || !path.get(0).equals("schemas")) {
      return Optional.empty();
    }
    String name = path.get(1);
    if (path.size() == 2) {
      return Optional.of(Endpoint.get(request -> entity(name)));
    }
    if (path.get(2).equals("validate")) {
      return Optional.of(new Endpoint(Map.of("POST", request -> validate(name, request))));
    }
    return name.equals("plugins")
        ? Optional.of(Endpoint.get(request -> plugin(path.get(2))))
        : Optional.empty();
  }

  @Override
  public List<String> templates() {
    return List.of(
        "/plugins/schema/{name}",
        "/schemas/plugins/validate",
        "/schemas/plugins/{name}",
        "/schemas/vaults/validate",
        "/schemas/{db_entity_name}/validate",
        "/schemas/{name}");
  }

  private Response entity(String name) {
    return catalogue
        .definition(name)
        .map(definition -> Response.json(200, definition))
        .orElseThrow(() -> Refusal.plain(404, "No entity named '" + name + "'"));
  }

  private Response plugin(String name) {
    return catalogue
        .pluginDefinition(name)
        .map(definition -> Response.json(200, definition))
        .orElseThrow(() -> Refusal.plain(404, "No plugin named '" + name + "'"));
  }

  private Response validate(String name, Request request) {
    EntityType type =
        catalogue
            .find(name)
            .orElseThrow(() -> Refusal.plain(404, "No entity named '" + name + "'"));
    ObjectNode fields = bodies.typed(type, Body.of(request), Optional.empty());
    entities.validate(type, fields);
    return Response.json(200, Json.object().put("message", "schema validation successful"));
  }
}
