package io.entente.simulator.kong.admin;

import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** {@code /status/ready}, on the status port only. */
final class ReadySection implements Section {

  private final BooleanSupplier hasConfiguration;

  ReadySection(BooleanSupplier hasConfiguration) {
    this.hasConfiguration = hasConfiguration;
  }

  @Override
  public Optional<Endpoint> find(List<String> path) {
    return path.equals(List.of("status", "ready"))
        ? Optional.of(Endpoint.get(request -> ready()))
        : Optional.empty();
  }

  @Override
  public List<String> templates() {
    return List.of("/status/ready");
  }

  private Response ready() {
    return hasConfiguration.getAsBoolean()
        ? Response.json(200, Json.object().put("message", "ready"))
        : Response.json(
            503,
            Json.object()
                .put("message", "no configuration available (empty configuration present)"));
  }
}
