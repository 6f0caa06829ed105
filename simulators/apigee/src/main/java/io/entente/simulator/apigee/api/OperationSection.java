package io.entente.simulator.apigee.api;

import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.error.Refusal;
import io.entente.simulator.apigee.http.Response;

/** {@code operations}: there are none, since environments and groups are fixed from the start. */
final class OperationSection implements Section {

  @Override
  public void serve(Endpoints endpoints) {
    endpoints
        .on(
            "operations.list",
            call -> {
              call.organization();
              return Response.json(200, Json.object());
            })
        .on(
            "operations.get",
            call -> {
              call.organization();
              throw Refusal.notFound("operation " + call.variable("operationsId") + " not found");
            });
  }
}
