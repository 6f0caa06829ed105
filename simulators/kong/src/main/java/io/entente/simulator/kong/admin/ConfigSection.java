package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.declarative.YamlText;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.http.Request;
import io.entente.simulator.kong.http.Response;
import io.entente.simulator.kong.store.Configuration;
import io.entente.simulator.kong.store.KongStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /config}: the whole configuration of a node without a database. */
final class ConfigSection implements Section {

  private final Database database;
  private final KongStore store;
  private final Catalogue catalogue;
  private final LoadedConfig loaded;

  ConfigSection(Database database, KongStore store, Catalogue catalogue, LoadedConfig loaded) {
    this.database = database;
    this.store = store;
    this.catalogue = catalogue;
    this.loaded = loaded;
  }

  @Override
  public Optional<Endpoint> find(List<String> path) {
    return path.equals(List.of("config"))
        ? Optional.of(
            new Endpoint(Map.of("GET", request -> show(), "POST", request -> load(request))))
        : Optional.empty();
  }

  @Override
  public List<String> templates() {
    return List.of("/config");
  }

  private Response show() {
    refuseWithDatabase();
    String yaml = YamlText.write(catalogue, store.current());
    return Response.json(200, Json.object().put("config", yaml));
  }

  /** The field {@code config} holds YAML or JSON as text; a JSON body may be the configuration. */
  private Response load(Request request) {
    refuseWithDatabase();
    ObjectNode fields = Body.of(request).fields();
    boolean flatten = request.argument("flatten_errors").orElse("").equals("1");
    JsonNode text = fields.path("config");
    if (!text.isTextual()) {
      byte[] canonical = Json.write(fields);
      return answer(loaded.load(fields, new String(canonical, StandardCharsets.UTF_8), flatten));
    }
    boolean checkHash = request.argument("check_hash").orElse("").equals("1");
    if (checkHash && loaded.isLoaded(text.asText())) {
      return Response.empty(304);
    }
    return answer(loaded.load(parsed(text.asText()), text.asText(), flatten));
  }

  private static ObjectNode parsed(String text) {
    try {
      if (YamlText.read(text) instanceof ObjectNode config) {
        return config;
      }
    } catch (JsonProcessingException e) {
      throw Refusal.declarative(
          Json.object()
              .put("error", "failed parsing declarative configuration: " + e.getOriginalMessage()));
    }
    throw Refusal.declarative(Json.object().put("error", "expected an object"));
  }

  private Response answer(Configuration configuration) {
    ObjectNode all = Json.object();
    for (EntityType type : catalogue.types()) {
      if (!configuration.of(type.collection()).isEmpty()) {
        ObjectNode byId = all.putObject(type.name());
        configuration.of(type.collection()).forEach(byId::set);
      }
    }
    return Response.json(201, all);
  }

  private void refuseWithDatabase() {
    if (database != Database.OFF) {
      throw Refusal.plain(
          400, "this endpoint is only available when Kong is configured to not use a database");
    }
  }
}
