package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.bundle.BundleKind;
import io.entente.simulator.apigee.error.Code;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.store.Asset;
import io.entente.simulator.apigee.store.Environment;
import io.entente.simulator.apigee.store.Estate;
import io.entente.simulator.apigee.store.Organization;
import java.util.Map;
import java.util.Optional;

/**
 * A method that is called.
 *
 * @param variables of its path
 */
public record Invocation(Estate estate, Request request, Map<String, String> variables) {

  public Invocation {
    variables = Map.copyOf(variables);
  }

  /** A variable of the path. */
  public String variable(String name) {
    return Optional.ofNullable(variables.get(name))
        .orElseThrow(() -> new IllegalArgumentException("the path has no '" + name + "'"));
  }

  /** The organisation; refused like an unknown one when there is none. */
  public Organization organization() {
    String name = variable("organizationsId");
    return estate
        .organization(name)
        .orElseThrow(
            () ->
                Refusal.of(
                    Code.PERMISSION_DENIED,
                    "Permission denied on resource \"organizations/"
                        + name
                        + "\" (or it may not exist)"));
  }

  public Environment environment() {
    return organization().environment(variable("environmentsId"));
  }

  /** The proxy or shared flow of the path. */
  public Asset asset(BundleKind kind) {
    return organization().asset(kind, variable(kind.collection() + "Id"));
  }

  /** The body, an object; empty when there is none. */
  public ObjectNode body() {
    if (request.body().length == 0) {
      return Json.object();
    }
    try {
      JsonNode body = Json.read(request.body());
      return body instanceof ObjectNode object ? object : Json.object();
    } catch (JsonProcessingException e) {
      throw Refusal.invalid("Invalid JSON payload received. " + e.getOriginalMessage());
    }
  }

  /** A required text of the body. */
  public static String required(ObjectNode body, String field) {
    String value = body.path(field).asText();
    if (value.isBlank()) {
      throw Refusal.invalid("field '" + field + "' is required");
    }
    return value;
  }
}
