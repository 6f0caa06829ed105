package io.entente.simulator.kong.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.schema.Uuids;
import io.entente.simulator.kong.store.TableKeys;
import io.entente.simulator.kong.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules between entities: keys are unique, parents exist, protocols fit. */
final class Integrity {

  private final Catalogue catalogue;

  Integrity(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Replaces parents that are given by a unique field by their ids. */
  void resolve(Transaction transaction, EntityType type, ObjectNode entity) {
    for (Map.Entry<String, String> foreign : type.foreignFields()) {
      if (!(entity.path(foreign.getKey()) instanceof ObjectNode reference) || reference.has("id")) {
        continue;
      }
      EntityType parent = catalogue.byName(foreign.getValue());
      for (String unique : TableKeys.forCollection(parent.collection()).single()) {
        JsonNode value = reference.path(unique);
        if (value.isTextual()) {
          ObjectNode found =
              transaction
                  .findBy(parent.collection(), unique, value.asText())
                  .orElseThrow(
                      () ->
                          Refusal.unresolved(foreign.getKey(), unique, value, foreign.getValue()));
          entity.putObject(foreign.getKey()).put("id", Entities.id(found));
          break;
        }
      }
    }
  }

  /** Refuses an entity whose keys are taken or whose parents are missing. */
  void check(
      Transaction transaction, EntityType type, ObjectNode entity, Optional<String> replaced) {
    String id = Entities.id(entity);
    if (replaced.isEmpty() && transaction.find(type.collection(), id).isPresent()) {
      throw Refusal.primaryKey(id);
    }
    TableKeys keys = TableKeys.forCollection(type.collection());
    for (String field : keys.single()) {
      JsonNode value = entity.path(field);
      if (value.isTextual()
          && isOther(transaction.findBy(type.collection(), field, value.asText()), replaced)) {
        throw Refusal.unique(Json.object().set(field, value));
      }
    }
    if (isOther(transaction.withSameComposite(type.collection(), entity), replaced)) {
      ObjectNode key = Json.object();
      keys.composite().forEach(field -> key.set(field, entity.path(field)));
      throw Refusal.unique(key);
    }
    for (Map.Entry<String, String> foreign : type.foreignFields()) {
      JsonNode reference = entity.path(foreign.getKey());
      EntityType parent = catalogue.byName(foreign.getValue());
      if (reference.isObject()
          && transaction.find(parent.collection(), Entities.id(reference)).isEmpty()) {
        throw Refusal.foreignKey(foreign.getKey(), reference, parent.name());
      }
    }
  }

  /** Refuses to delete what others point to, unless they go with it. */
  void checkNotReferenced(Transaction transaction, EntityType type, String id) {
    for (Map.Entry<EntityType, String> child : catalogue.childrenOf(type)) {
      if (!goesWith(child.getKey(), child.getValue())
          && !transaction
              .idsOfParent(child.getKey().collection(), child.getValue(), id)
              .isEmpty()) {
        throw Refusal.referenced(type.name(), child.getKey().name());
      }
    }
  }

  /**
   * A plugin and its route, or one route of its service, share a protocol. Kong looks before it
   * resolves names, so that a service given by name is never found here.
   */
  void checkProtocols(Transaction transaction, EntityType type, ObjectNode plugin) {
    if (!type.name().equals("plugins") || !plugin.path("protocols").isArray()) {
      return;
    }
    Set<String> protocols = words(plugin.path("protocols"));
    JsonNode route = plugin.path("route");
    JsonNode service = plugin.path("service");
    if (route.isObject()) {
      Optional<ObjectNode> found = transaction.find("routes", Entities.id(route));
      if (found.isPresent() && !shares(found.get(), protocols)) {
        throw Refusal.schema("protocols", "must match the associated route's protocols");
      }
    } else if (service.isObject()) {
      List<ObjectNode> routes =
          transaction.idsOfParent("routes", "service", Entities.id(service)).stream()
              .map(id -> transaction.find("routes", id).orElseThrow())
              .toList();
      boolean isNamed = !Uuids.isUuid(Entities.id(service));
      if (isNamed
          || (!routes.isEmpty() && routes.stream().noneMatch(each -> shares(each, protocols)))) {
        throw Refusal.schema(
            "protocols",
            "must match the protocols of at least one route pointing to this Plugin's service");
      }
    }
  }

  private static boolean goesWith(EntityType child, String field) {
    return child.cascades(field) || child.name().equals("snis");
  }

  private static boolean isOther(Optional<ObjectNode> found, Optional<String> replaced) {
    return found.isPresent() && !Optional.of(Entities.id(found.get())).equals(replaced);
  }

  private static boolean shares(ObjectNode route, Set<String> protocols) {
    return words(route.path("protocols")).stream().anyMatch(protocols::contains);
  }

  private static Set<String> words(JsonNode list) {
    var words = new java.util.HashSet<String>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }
}
