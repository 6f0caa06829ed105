package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.store.Operation;

/** Long-running operations as the API shows them. */
final class OperationView {

  private static final String TYPE = "type.googleapis.com/google.cloud.apigee.v1.OperationMetadata";

  private OperationView() {}

  static ObjectNode of(String organization, Operation operation, long now) {
    boolean isDone = now >= operation.doneAt();
    ObjectNode view =
        Json.object()
            .put("name", "organizations/" + organization + "/operations/" + operation.id());
    view.putObject("metadata")
        .put("@type", TYPE)
        .put("operationType", "UPDATE")
        .put("targetResourceName", operation.target())
        .put("state", isDone ? "FINISHED" : "IN_PROGRESS");
    if (isDone) {
      view.put("done", true).set("response", operation.response());
    }
    return view;
  }
}
