package io.entente.simulator.kong.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Generator;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.Entities;
import io.entente.simulator.kong.entity.EntityType;
import io.entente.simulator.kong.entity.Refusal;
import io.entente.simulator.kong.store.Configuration;
import io.entente.simulator.kong.store.KongStore;
import io.entente.simulator.kong.store.Transaction;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a declarative configuration into entities. Any thread. */
public final class Declarative {

  private static final Set<String> META =
      Set.of("_format_version", "_transform", "_comment", "_ignore");
  private static final Set<String> VERSIONS = Set.of("1.1", "2.1", "3.0");

  private final Catalogue catalogue;
  private final Entities entities;
  private final Generator generator;

  public Declarative(Catalogue catalogue, Entities entities, Generator generator) {
    this.catalogue = catalogue;
    this.entities = entities;
    this.generator = generator;
  }

  /**
   * The entities of a configuration, each with its defaults.
   *
   * @param flatten whether a refusal lists errors by entity instead of nesting them
   * @throws Refusal when anything is wrong: nothing of it may be used then
   */
  public Configuration read(ObjectNode config, boolean flatten) {
    ObjectNode top = topLevel(config);
    List<Item> items = Items.of(catalogue, config);
    var scratch = new KongStore();
    Map<Item, ObjectNode> failed = scratch.write(transaction -> insert(transaction, items));
    if (top.isEmpty() && failed.isEmpty()) {
      return withoutTimeToLive(scratch.current());
    }
    List<Map.Entry<Item, ObjectNode>> errors = new ArrayList<>();
    items.stream()
        .filter(failed::containsKey)
        .forEach(item -> errors.add(Map.entry(item, failed.get(item))));
    throw flatten ? ConfigErrors.flattened(top, errors) : ConfigErrors.nested(top, errors);
  }

  /** Only a database knows how long a key lives. */
  private static Configuration withoutTimeToLive(Configuration configuration) {
    configuration
        .of("key-auths")
        .values()
        .forEach(
            key -> {
              if (key.path("ttl").isNull()) {
                key.remove("ttl");
              }
            });
    return configuration;
  }

  private ObjectNode topLevel(ObjectNode config) {
    ObjectNode errors = Json.object();
    JsonNode version = config.path("_format_version");
    if (version.isMissingNode() || version.isNull()) {
      errors.put("_format_version", "required field missing");
    } else if (!VERSIONS.contains(version.asText())) {
      errors.put("_format_version", "expected one of: 1.1, 2.1, 3.0");
    }
    for (Map.Entry<String, JsonNode> entry : config.properties()) {
      boolean isEntity = catalogue.find(entry.getKey()).isPresent();
      if (!isEntity && !META.contains(entry.getKey())) {
        errors.put(entry.getKey(), "unknown field");
      } else if (isEntity && !entry.getValue().isArray() && !entry.getValue().isNull()) {
        errors.put(entry.getKey(), "expected an array");
      }
    }
    return errors;
  }

  private Map<Item, ObjectNode> insert(Transaction transaction, List<Item> items) {
    var failed = new IdentityHashMap<Item, ObjectNode>();
    var ids = new IdentityHashMap<Item, String>();
    List<Item> waiting = new ArrayList<>(items);
    // top-level entities may point to any other: those that point come last
    waiting.sort(
        java.util.Comparator.comparingInt(item -> item.type().foreignFields().isEmpty() ? 0 : 1));
    for (Item item : inOrder(waiting)) {
      try {
        entities.insert(transaction, item.type(), body(transaction, item, ids));
      } catch (Refusal refusal) {
        boolean isOnlyParent =
            refusal.body().path("code").asInt() == 4
                && item.parent().map(failed::containsKey).orElse(false);
        if (!isOnlyParent) {
          failed.put(item, ConfigErrors.fieldsOf(refusal, item));
        }
      }
    }
    return failed;
  }

  /** Services before routes, routes before plugins: the order of the catalogue. */
  private List<Item> inOrder(List<Item> items) {
    List<EntityType> order = new ArrayList<>(catalogue.types());
    List<String> first = List.of("certificates", "ca_certificates", "services", "routes");
    List<Item> sorted = new ArrayList<>(items);
    sorted.sort(
        java.util.Comparator.comparingInt(
            item -> {
              int at = first.indexOf(item.type().name());
              return at >= 0 ? at - first.size() : order.indexOf(item.type());
            }));
    List<Item> plugins = sorted.stream().filter(i -> i.type().name().equals("plugins")).toList();
    sorted.removeAll(plugins);
    sorted.addAll(plugins);
    return sorted;
  }

  private ObjectNode body(Transaction transaction, Item item, Map<Item, String> ids) {
    ObjectNode body = item.fields().deepCopy();
    String parentId = item.parent().map(parent -> ids.getOrDefault(parent, "")).orElse("");
    if (!item.parentField().isEmpty()) {
      body.putObject(item.parentField()).put("id", parentId);
    }
    for (Map.Entry<String, String> foreign : item.type().foreignFields()) {
      JsonNode value = body.path(foreign.getKey());
      if (value.isTextual()) {
        body.putObject(foreign.getKey()).put("id", reference(transaction, foreign, value.asText()));
      }
    }
    if (!body.has("id")) {
      Optional<String> named = NameIds.of(item, parentId);
      body.put("id", named.orElseGet(generator::uuid));
    }
    ids.put(item, body.path("id").asText());
    return body;
  }

  private String reference(
      Transaction transaction, Map.Entry<String, String> foreign, String text) {
    EntityType parent = catalogue.byName(foreign.getValue());
    return entities
        .find(transaction, parent, io.entente.simulator.kong.entity.Key.of(parent, text))
        .map(found -> found.path("id").asText())
        .orElseThrow(
            () ->
                Refusal.schema(
                    foreign.getKey(),
                    "invalid reference '"
                        + foreign.getKey()
                        + ": "
                        + text
                        + "' (no such entry in '"
                        + foreign.getValue()
                        + "')"));
  }
}
