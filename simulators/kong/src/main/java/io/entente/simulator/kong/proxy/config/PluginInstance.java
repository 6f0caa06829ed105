package io.entente.simulator.kong.proxy.config;

import com.fasterxml.jackson.databind.JsonNode;

/** One configured plugin. */
public record PluginInstance(
    String id, String name, String routeId, String serviceId, String consumerId, JsonNode config) {

  static PluginInstance of(JsonNode entity) {
    return new PluginInstance(
        Json.id(entity),
        entity.path("name").asText(),
        Json.reference(entity, "route"),
        Json.reference(entity, "service"),
        Json.reference(entity, "consumer"),
        Json.object(entity, "config"));
  }

  PluginScope scope() {
    return new PluginScope(routeId, serviceId, consumerId);
  }
}
