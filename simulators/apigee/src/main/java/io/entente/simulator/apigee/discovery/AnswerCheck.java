package io.entente.simulator.apigee.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.http.Response;
import java.util.List;
import java.util.Map;

/** Checks an answer against the method it belongs to. */
final class AnswerCheck {

  /** Without {@code format=bundle} these answer metadata instead of the file they announce. */
  private static final Map<String, String> METADATA =
      Map.of(
          "apis.revisions.get", "GoogleCloudApigeeV1ApiProxyRevision",
          "sharedflows.revisions.get", "GoogleCloudApigeeV1SharedFlowRevision");

  private final Discovery discovery;

  AnswerCheck(Discovery discovery) {
    this.discovery = discovery;
  }

  List<String> check(Response response, Method method) {
    if (response.status() >= 400) {
      return error(response);
    }
    if (response.json().isEmpty()) {
      return method.answersAnyBody()
          ? List.of()
          : List.of("The answer of " + method.id() + " is not JSON.");
    }
    JsonNode schema = method.response();
    String metadata = METADATA.get(method.id());
    if (metadata != null) {
      schema = Json.object().put("$ref", metadata);
    }
    return SchemaCheck.answer(discovery, response.json().get(), schema);
  }

  /** Errors are no part of the document: {@code google.rpc.Status} under {@code error}. */
  private List<String> error(Response response) {
    JsonNode error = response.json().map(body -> body.path("error")).orElse(Json.object());
    if (!(error instanceof ObjectNode object) || object.isEmpty()) {
      return List.of("The answer " + response.status() + " has no 'error'.");
    }
    ObjectNode status = object.deepCopy();
    if (status.remove("status") == null || error.path("code").asInt() != response.status()) {
      return List.of("The error has another code than its answer, or no status.");
    }
    return SchemaCheck.answer(discovery, status, Json.object().put("$ref", "GoogleRpcStatus"));
  }
}
