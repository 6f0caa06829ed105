package io.entente.simulator.kong.declarative;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.entity.Catalogue;
import io.entente.simulator.kong.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a configuration apart: parents come before what is written below them. */
final class Items {

  private final Catalogue catalogue;
  private final List<Item> found = new ArrayList<>();

  private Items(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** All entities; what is no list of objects is left to the check of the top level. */
  static List<Item> of(Catalogue catalogue, ObjectNode config) {
    var items = new Items(catalogue);
    for (EntityType type : catalogue.types()) {
      items.collect(type, config.path(type.name()), Optional.empty(), "");
    }
    return items.found;
  }

  private void collect(EntityType type, JsonNode list, Optional<Item> parent, String field) {
    int index = 0;
    for (JsonNode entry : list) {
      if (entry instanceof ObjectNode object) {
        ObjectNode fields = object.deepCopy();
        List<Map.Entry<EntityType, String>> below = below(type, object);
        below.forEach(child -> fields.remove(child.getKey().name()));
        var item = new Item(type, index, fields, parent, field);
        found.add(item);
        below.forEach(
            child ->
                collect(
                    child.getKey(),
                    object.path(child.getKey().name()),
                    Optional.of(item),
                    child.getValue()));
      }
      index++;
    }
  }

  /** A list of texts is a field of the entity itself, a list of objects holds entities. */
  private List<Map.Entry<EntityType, String>> below(EntityType type, ObjectNode entity) {
    return catalogue.childrenOf(type).stream()
        .filter(child -> entity.path(child.getKey().name()).path(0).isObject())
        .toList();
  }
}
