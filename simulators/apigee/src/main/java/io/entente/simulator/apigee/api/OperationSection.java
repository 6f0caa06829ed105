package io.entente.simulator.apigee.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;
import io.entente.simulator.apigee.store.Operation;
import java.util.List;
import java.util.Optional;

/** {@code operations}. */
final class OperationSection implements Section {

  private static final PageByToken PAGES = new PageByToken(100, 1000);

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on("operations.list", OperationSection::list)
        .on("operations.get", OperationSection::get);
  }

  private static Response list(Invocation call) {
    List<ObjectNode> all =
        call.organization().operations().values().stream()
            .map(operation -> view(call, operation))
            .toList();
    return Response.json(200, PAGES.page(call.request(), "operations", all));
  }

  private static Response get(Invocation call) {
    String id = call.variable("operationsId");
    return Optional.ofNullable(call.organization().operations().get(id))
        .map(operation -> Response.json(200, view(call, operation)))
        .orElseThrow(() -> Refusal.notFound("operation " + id + " not found"));
  }

  private static ObjectNode view(Invocation call, Operation operation) {
    return OperationView.of(call.organization().name(), operation, call.estate().now());
  }
}
