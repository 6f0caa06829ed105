package io.entente.simulator.apigee.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods and schemas of the API. Immutable. */
public final class Discovery {

  private static final String DOCUMENT = "/io/entente/simulator/apigee/discovery/apigee-v1.json";

  private final List<Method> methods;
  private final JsonNode schemas;

  private Discovery(JsonNode document) {
    this.schemas = document.path("schemas");
    Map<String, JsonNode> common = new LinkedHashMap<>();
    document.path("parameters").properties().forEach(e -> common.put(e.getKey(), e.getValue()));
    List<Method> all = new ArrayList<>(BareLists.methods(common));
    collect(document, common, all);
    all.sort(Comparator.comparingInt((Method method) -> method.path().literals()).reversed());
    this.methods = List.copyOf(all);
  }

  /** The document; read once in a process. */
  public static Discovery load() {
    return Loaded.DISCOVERY;
  }

  /** The method that serves a path; the most exact one. */
  public Optional<Call> find(String verb, List<String> path) {
    for (Method method : methods) {
      if (method.verb().equals(verb)) {
        Optional<Map<String, String>> variables = method.path().match(path);
        if (variables.isPresent()) {
          return Optional.of(new Call(method, variables.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** A schema by its name. */
  JsonNode schema(String name) {
    JsonNode schema = schemas.path(name);
    if (schema.isMissingNode()) {
      throw new IllegalArgumentException("the discovery document has no schema '" + name + "'");
    }
    return schema;
  }

  private static void collect(JsonNode owner, Map<String, JsonNode> common, List<Method> into) {
    owner.path("methods").forEach(method -> into.add(method(method, common)));
    owner.path("resources").forEach(resource -> collect(resource, common, into));
  }

  private static Method method(JsonNode node, Map<String, JsonNode> common) {
    Map<String, JsonNode> query = new LinkedHashMap<>(common);
    for (var parameter : node.path("parameters").properties()) {
      if (parameter.getValue().path("location").asText().equals("query")) {
        query.put(parameter.getKey(), parameter.getValue());
      }
    }
    ObjectNode none = Json.object();
    return new Method(
        node.path("id").asText().replace("apigee.organizations.", ""),
        node.path("httpMethod").asText(),
        new PathTemplate(node.path("flatPath").asText()),
        query,
        node.has("request") ? node.path("request") : none,
        node.has("response") ? node.path("response") : none);
  }

  private static final class Loaded {
    static final Discovery DISCOVERY = new Discovery(Json.resource(DOCUMENT));
  }
}
