package io.entente.simulator.kong.proxy.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.route.RouteTable;
import io.entente.simulator.kong.store.Configuration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One version of the configuration, indexed for requests. Immutable. */
public final class Snapshot {

  private final RouteTable routes;
  private final Map<String, ? extends JsonNode> consumers;
  private final Map<String, Map<PluginScope, PluginInstance>> plugins = new HashMap<>();
  private final Map<String, JsonNode> upstreamsByName = new HashMap<>();
  private final Map<String, List<JsonNode>> credentials = new HashMap<>();
  private final List<JsonNode> targets;

  public Snapshot(Configuration source) {
    this.routes = new RouteTable(source.of("routes").values(), source.of("services"));
    this.consumers = source.of("consumers");
    this.targets = List.copyOf(source.of("targets").values());
    source.of("upstreams").values().forEach(u -> upstreamsByName.put(u.path("name").asText(), u));
    for (String kind : List.of("key-auths", "basic-auths", "jwts", "acls")) {
      credentials.put(kind, List.copyOf(source.of(kind).values()));
    }
    for (JsonNode entity : source.of("plugins").values()) {
      if (Json.flag(entity, "enabled", true)) {
        PluginInstance instance = PluginInstance.of(entity);
        plugins
            .computeIfAbsent(instance.name(), name -> new HashMap<>())
            .put(instance.scope(), instance);
      }
    }
  }

  public RouteTable routes() {
    return routes;
  }

  /** Names of plugins with at least one enabled instance. */
  public Set<String> pluginNames() {
    return plugins.keySet();
  }

  /** The one instance of a plugin that applies: the most specific of those that fit. */
  public Optional<PluginInstance> plugin(String name, String route, String service, String user) {
    Map<PluginScope, PluginInstance> instances = plugins.getOrDefault(name, Map.of());
    for (PluginScope scope : PluginScope.ladder(route, service, user)) {
      PluginInstance instance = instances.get(scope);
      if (instance != null) {
        return Optional.of(instance);
      }
    }
    return Optional.empty();
  }

  public Optional<JsonNode> consumer(String id) {
    return Optional.ofNullable(consumers.get(id));
  }

  /** A consumer by id or user name. */
  public Optional<JsonNode> consumerNamed(String idOrName) {
    return consumer(idOrName)
        .or(
            () ->
                consumers.values().stream()
                    .filter(c -> c.path("username").asText("").equals(idOrName))
                    .findFirst()
                    .map(c -> (JsonNode) c));
  }

  /** The credential of a kind with this value in a field. */
  public Optional<JsonNode> credential(String kind, String field, String value) {
    return credentials.getOrDefault(kind, List.of()).stream()
        .filter(c -> Json.text(c, field, "").equals(value))
        .findFirst();
  }

  /** ACL groups of a consumer. */
  public List<String> groups(String consumerId) {
    return credentials.getOrDefault("acls", List.of()).stream()
        .filter(acl -> Json.reference(acl, "consumer").equals(consumerId))
        .map(acl -> Json.text(acl, "group", ""))
        .toList();
  }

  public Optional<JsonNode> upstream(String name) {
    return Optional.ofNullable(upstreamsByName.get(name));
  }

  public Collection<JsonNode> upstreams() {
    return upstreamsByName.values();
  }

  public List<JsonNode> targets(String upstreamId) {
    return targets.stream()
        .filter(target -> Json.reference(target, "upstream").equals(upstreamId))
        .toList();
  }
}
