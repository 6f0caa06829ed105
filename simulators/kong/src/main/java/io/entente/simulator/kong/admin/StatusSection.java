package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.MetricsPage;
import io.entente.simulator.kong.http.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the status port serves beside readiness. */
final class StatusSection implements Section {

  private final Supplier<ObjectNode> status;
  private final Supplier<MetricsPage> metrics;

  StatusSection(Supplier<ObjectNode> status, Supplier<MetricsPage> metrics) {
    this.status = status;
    this.metrics = metrics;
  }

  @Override
  public Optional<Endpoint> find(List<String> path) {
    return switch (String.join("/", path)) {
      case "status" -> Optional.of(Endpoint.get(request -> Response.json(200, status.get())));
      case "metrics" ->
          Optional.of(
              Endpoint.get(
                  request ->
                      Response.text(200, "text/plain; charset=UTF-8", metrics.get().text())));
      default -> Optional.empty();
    };
  }

  @Override
  public List<String> templates() {
    return List.of("/status", "/metrics");
  }
}
