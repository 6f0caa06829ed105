package io.entente.simulator.apigee.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.http.Response;

/** Leaves the first half of every list an answer has at its top. */
final class CutLists {

  private CutLists() {}

  static Response cut(Response response) {
    if (response.json().isEmpty() || response.status() >= 400) {
      return response;
    }
    JsonNode body = response.json().get().deepCopy();
    if (body instanceof ArrayNode list) {
      halve(list);
    } else if (body instanceof ObjectNode object) {
      object.remove("nextPageToken");
      for (JsonNode field : object) {
        if (field instanceof ArrayNode list) {
          halve(list);
        }
      }
    }
    return Response.json(response.status(), body);
  }

  private static void halve(ArrayNode list) {
    int kept = list.size() / 2;
    while (list.size() > kept) {
      list.remove(list.size() - 1);
    }
  }
}
