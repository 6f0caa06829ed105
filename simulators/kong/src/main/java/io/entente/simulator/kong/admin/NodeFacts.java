package io.entente.simulator.kong.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.entente.simulator.kong.Database;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.store.NodeSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What a node says of itself. The values that nothing here decides are those of a recorded node.
 *
 * @param ports name of a listener ({@code proxy}, {@code admin}, {@code status}) to its port, asked
 *     at each request: some are bound late
 */
record NodeFacts(
    String nodeId, Database database, NodeSettings settings, Supplier<Map<String, Integer>> ports) {

  private static final String FOLDER = "/io/entente/simulator/kong/node/";

  /** {@code GET /}. */
  ObjectNode root(Iterable<String> pluginsInUse) {
    ObjectNode root = Json.resource(FOLDER + "root.json");
    root.put("node_id", nodeId);
    ObjectNode plugins = (ObjectNode) root.get("plugins");
    ArrayNode inUse = plugins.putArray("enabled_in_cluster");
    pluginsInUse.forEach(inUse::add);
    ((ObjectNode) plugins.get("available_on_server")).retain(Catalogue.PLUGINS);
    ArrayNode pids = ((ObjectNode) root.get("pids")).putArray("workers");
    for (int worker = 0; worker < settings.workers(); worker++) {
      pids.add(root.path("pids").path("master").asInt() + 1 + worker);
    }
    configure((ObjectNode) root.get("configuration"));
    return root;
  }

  /** {@code GET /status}. */
  ObjectNode status(long requests) {
    ObjectNode status = Json.resource(FOLDER + "status.json");
    ObjectNode server = (ObjectNode) status.get("server");
    for (String count : List.of("total_requests", "connections_accepted", "connections_handled")) {
      server.put(count, requests);
    }
    ArrayNode machines = (ArrayNode) status.path("memory").path("workers_lua_vms");
    while (machines.size() > settings.workers()) {
      machines.remove(machines.size() - 1);
    }
    for (int worker = machines.size(); worker < settings.workers(); worker++) {
      ObjectNode machine = machines.get(0).deepCopy();
      machines.add(machine.put("pid", machine.path("pid").asInt() + worker));
    }
    if (database == Database.OFF) {
      status.remove("database");
    }
    return status;
  }

  private void configure(ObjectNode configuration) {
    configuration.put("database", database.word());
    ArrayNode names = configuration.putArray("plugins");
    Catalogue.PLUGINS.forEach(names::add);
    ((ObjectNode) configuration.get("loaded_plugins")).retain(Catalogue.PLUGINS);
    String workers = String.valueOf(settings.workers());
    configuration.put("nginx_worker_processes", workers);
    configuration.put("nginx_main_worker_processes", workers);
    configuration.set(
        "worker_state_update_frequency",
        Json.normal(
            Json.NODES.numberNode(settings.workerStateUpdateFrequency().toMillis() / 1000.0)));
    configuration.put("real_ip_header", settings.realIpHeader());
    configuration.put("nginx_proxy_real_ip_header", settings.realIpHeader());
    String recursive = settings.realIpRecursive() ? "on" : "off";
    configuration.put("real_ip_recursive", recursive);
    configuration.put("nginx_proxy_real_ip_recursive", recursive);
    if (!settings.trustedIps().isEmpty()) {
      ArrayNode trusted = configuration.putArray("trusted_ips");
      new TreeSet<>(settings.trustedIps()).forEach(trusted::add);
    }
    ports.get().forEach((name, port) -> listen(configuration, name, port));
  }

  /** Moves the first address of a listener to the port it really has. */
  private static void listen(ObjectNode configuration, String name, int port) {
    JsonNode addresses = configuration.path(name + "_listen");
    JsonNode details = configuration.path(name + "_listeners").path(0);
    if (addresses instanceof ArrayNode list && details instanceof ObjectNode first) {
      String moved = list.get(0).asText().replaceFirst(":\\d+", ":" + port);
      list.set(0, TextNode.valueOf(moved));
      first.put("port", port).put("listener", moved);
    }
  }
}
