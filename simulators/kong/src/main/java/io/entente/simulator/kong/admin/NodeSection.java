package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.MetricsPage;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.http.Response;
import io.entente.simulator.kong.store.KongStore;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Paths that tell of the node itself. */
final class NodeSection implements Section {

  private static final String METRICS = "text/plain; charset=UTF-8";

  private final NodeFacts facts;
  private final KongStore store;
  private final Supplier<MetricsPage> metrics;
  private final Supplier<List<String>> endpoints;
  private final Supplier<ObjectNode> status;

  NodeSection(
      NodeFacts facts,
      KongStore store,
      Supplier<MetricsPage> metrics,
      Supplier<List<String>> endpoints,
      Supplier<ObjectNode> status) {
    this.facts = facts;
    this.store = store;
    this.metrics = metrics;
    this.endpoints = endpoints;
    this.status = status;
  }

  @Override
  public Optional<Endpoint> find(List<String> path) {
    return switch (String.join("/", path)) {
      case "" -> get(() -> Response.json(200, facts.root(pluginsInUse())));
      case "status" -> get(() -> Response.json(200, status.get()));
      case "endpoints" -> get(this::allEndpoints);
      case "plugins/enabled" -> get(NodeSection::enabled);
      case "metrics" -> get(() -> Response.text(200, METRICS, metrics.get().text()));
      case "debug/node/log-level" ->
          get(() -> Response.json(200, Json.object().put("message", "log level: notice")));
      default ->
          path.size() == 2 && path.get(0).equals("cache")
              ? get(
                  () -> {
                    throw Refusal.notFound();
                  })
              : Optional.empty();
    };
  }

  @Override
  public List<String> templates() {
    return List.of(
        "/",
        "/status",
        "/endpoints",
        "/plugins/enabled",
        "/metrics",
        "/cache/{key}",
        "/debug/node/log-level");
  }

  private static Optional<Endpoint> get(Supplier<Response> answer) {
    return Optional.of(Endpoint.get(request -> answer.get()));
  }

  private Response allEndpoints() {
    ObjectNode body = Json.object();
    ArrayNode data = body.putArray("data");
    new TreeSet<>(endpoints.get()).forEach(data::add);
    return Response.json(200, body);
  }

  private static Response enabled() {
    ObjectNode body = Json.object();
    ArrayNode names = body.putArray("enabled_plugins");
    Catalogue.PLUGINS.forEach(names::add);
    return Response.json(200, body);
  }

  private Iterable<String> pluginsInUse() {
    var names = new TreeSet<String>();
    store.current().of("plugins").values().forEach(each -> names.add(each.path("name").asText()));
    return names;
  }
}
