package io.entente.simulator.apigee.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.http.Request;
import java.util.ArrayList;
import java.util.List;

/** Checks a request against the method it calls. */
final class RequestCheck {

  private final Discovery discovery;

  RequestCheck(Discovery discovery) {
    this.discovery = discovery;
  }

  List<String> check(Request request, Method method) {
    List<String> problems = new ArrayList<>();
    request.query().forEach((name, values) -> argument(name, values, method, problems));
    if (method.takesAnyBody()) {
      return problems;
    }
    if (method.request().isEmpty()) {
      if (!isNothing(request.body())) {
        problems.add("Invalid JSON payload received. The method " + method.id() + " has no body.");
      }
      return problems;
    }
    body(request, method, problems);
    return problems;
  }

  private void body(Request request, Method method, List<String> problems) {
    if (request.body().length == 0) {
      return;
    }
    try {
      JsonNode body = Json.read(request.body());
      problems.addAll(SchemaCheck.request(discovery, body, method.request()));
    } catch (JsonProcessingException e) {
      problems.add("Invalid JSON payload received. " + e.getOriginalMessage());
    }
  }

  private static void argument(
      String name, List<String> values, Method method, List<String> problems) {
    JsonNode schema = method.query().get(name);
    if (schema == null) {
      problems.add(
          "Invalid JSON payload received. Unknown name \""
              + name
              + "\": Cannot bind query parameter. Field '"
              + name
              + "' could not be found in request message.");
      return;
    }
    if (values.size() > 1 && !schema.path("repeated").asBoolean()) {
      problems.add("Invalid value at '" + name + "': it is not repeated, but given twice.");
    }
    for (String value : values) {
      if (!Formats.isArgument(value, schema) || !isListed(value, schema)) {
        problems.add("Invalid value at '" + name + "' (" + schema.path("type") + "), " + value);
      }
    }
  }

  private static boolean isListed(String value, JsonNode schema) {
    if (!schema.has("enum")) {
      return true;
    }
    for (JsonNode allowed : schema.path("enum")) {
      if (allowed.asText().equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNothing(byte[] body) {
    String text = new String(body, java.nio.charset.StandardCharsets.UTF_8).strip();
    return text.isEmpty() || text.equals("{}");
  }
}
