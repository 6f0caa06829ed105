package io.entente.simulator.apigee.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import java.util.List;
import java.util.Map;

/**
 * Lists that the API serves as bare arrays of names. A discovery document cannot describe such an
 * answer, so they are missing there; vendor pages and public clients use them.
 */
final class BareLists {

  private static final String ORGANIZATION = "v1/organizations/{organizationsId}/";
  private static final String ENVIRONMENT = ORGANIZATION + "environments/{environmentsId}/";

  private static final Map<String, String> PATHS =
      Map.of(
          "environments.list", ORGANIZATION + "environments",
          "keyvaluemaps.list", ORGANIZATION + "keyvaluemaps",
          "apis.keyvaluemaps.list", ORGANIZATION + "apis/{apisId}/keyvaluemaps",
          "apis.revisions.list", ORGANIZATION + "apis/{apisId}/revisions",
          "sharedflows.revisions.list", ORGANIZATION + "sharedflows/{sharedflowsId}/revisions",
          "environments.keyvaluemaps.list", ENVIRONMENT + "keyvaluemaps",
          "environments.targetservers.list", ENVIRONMENT + "targetservers",
          "environments.flowhooks.list", ENVIRONMENT + "flowhooks");

  private BareLists() {}

  static List<Method> methods(Map<String, JsonNode> common) {
    ObjectNode names = Json.object().put("type", "array");
    names.putObject("items").put("type", "string");
    return PATHS.entrySet().stream()
        .map(
            entry ->
                new Method(
                    entry.getKey(),
                    "GET",
                    new PathTemplate(entry.getValue()),
                    common,
                    Json.object(),
                    names))
        .toList();
  }
}
