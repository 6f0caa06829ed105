package io.entente.simulator.kong.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.schema.Schema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every type of entity and every plugin this node knows. Immutable; any thread. */
public final class Catalogue {

  /** Plugins whose schema was recorded: no other is available on this server. */
  public static final List<String> PLUGINS =
      List.of(
          "acl",
          "ai-prompt-decorator",
          "ai-prompt-guard",
          "ai-proxy",
          "basic-auth",
          "bot-detection",
          "correlation-id",
          "cors",
          "hmac-auth",
          "http-log",
          "ip-restriction",
          "jwt",
          "key-auth",
          "oauth2",
          "opentelemetry",
          "post-function",
          "pre-function",
          "prometheus",
          "proxy-cache",
          "rate-limiting",
          "request-size-limiting",
          "request-termination",
          "request-transformer",
          "response-ratelimiting",
          "response-transformer");

  private static final String FOLDER = "/io/entente/simulator/kong/schemas/";

  private final Map<String, EntityType> byCollection = new LinkedHashMap<>();
  private final Map<String, EntityType> byName = new LinkedHashMap<>();
  private final Map<String, ObjectNode> definitions = new LinkedHashMap<>();
  private final Map<String, ObjectNode> pluginDefinitions = new LinkedHashMap<>();
  private final Map<String, Schema> pluginSchemas = new LinkedHashMap<>();

  public Catalogue() {
    add("services", "services", "services", "name");
    add("routes", "routes", "routes", "name");
    add("consumers", "consumers", "consumers", "username");
    add("plugins", "plugins", "plugins", "instance_name");
    add("upstreams", "upstreams", "upstreams", "name");
    add("targets", "targets", "targets", "target");
    add("certificates", "certificates", "certificates", "");
    add("snis", "snis", "snis", "name");
    add("ca_certificates", "ca_certificates", "ca_certificates", "");
    add("vaults", "vaults", "vaults", "prefix");
    add("key-sets", "key-sets", "key_sets", "name");
    add("keys", "keys", "keys", "name");
    add("key-auths", "key-auth", "keyauth_credentials", "key");
    add("basic-auths", "basic-auth", "basicauth_credentials", "username");
    add("hmac-auths", "hmac-auth", "hmacauth_credentials", "username");
    add("jwts", "jwt", "jwt_secrets", "key");
    add("acls", "acls", "acls", "group");
    for (String plugin : PLUGINS) {
      ObjectNode definition = Json.resource(FOLDER + "plugins/" + plugin + ".json");
      pluginDefinitions.put(plugin, definition);
      Schema special = Schema.of(definition, FieldRules.ofPlugin(plugin));
      pluginSchemas.put(plugin, byName("plugins").schema().specialisedBy(special));
    }
  }

  public Collection<EntityType> types() {
    return byCollection.values();
  }

  public Optional<EntityType> byCollection(String collection) {
    return Optional.ofNullable(byCollection.get(collection));
  }

  /** A type that is known to exist. */
  public EntityType byName(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no entity '" + name + "'"));
  }

  /** A type by the name that schemas use. */
  public Optional<EntityType> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** What {@code /schemas/name} shows. */
  public Optional<ObjectNode> definition(String name) {
    return Optional.ofNullable(definitions.get(name));
  }

  /** What {@code /schemas/plugins/name} shows. */
  public Optional<ObjectNode> pluginDefinition(String name) {
    return Optional.ofNullable(pluginDefinitions.get(name));
  }

  /**
   * The schema of an entity: for plugins it depends on the name.
   *
   * @throws Refusal when there is no such plugin
   */
  public Schema schemaOf(EntityType type, JsonNode entity) {
    if (!type.name().equals("plugins")) {
      return type.name().equals("routes")
          ? RouteKinds.schemaOf(type.schema(), entity)
          : type.schema();
    }
    JsonNode name = entity.path("name");
    if (name.isMissingNode() || name.isNull()) {
      throw Refusal.schema("name", "required field missing");
    }
    Schema schema = pluginSchemas.get(name.asText());
    if (schema == null) {
      throw Refusal.schema(
          "name",
          "plugin '"
              + name.asText()
              + "' not enabled; add it to the 'plugins' configuration property");
    }
    return schema;
  }

  /** Types that point to this one, with the field by which they do. */
  public List<Map.Entry<EntityType, String>> childrenOf(EntityType parent) {
    return types().stream()
        .flatMap(
            type ->
                type.foreignFields().stream()
                    .filter(field -> field.getValue().equals(parent.name()))
                    .map(field -> Map.entry(type, field.getKey())))
        .toList();
  }

  private void add(String collection, String nested, String name, String endpointKey) {
    ObjectNode definition = Json.resource(FOLDER + "entities/" + name + ".json");
    definitions.put(name, definition);
    var type =
        new EntityType(
            collection,
            nested,
            name,
            endpointKey.isEmpty() ? Optional.empty() : Optional.of(endpointKey),
            Schema.of(definition, FieldRules.ofEntity(name)));
    byCollection.put(collection, type);
    byName.put(name, type);
  }
}
