package io.entente.simulator.kong.entity;

import io.entente.simulator.kong.schema.Field;
import io.entente.simulator.kong.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of entity.
 *
 * @param collection its path in the Admin API, and its name in the store
 * @param nested its path below what it points to
 * @param name its name in schemas and messages
 * @param endpointKey the field that may stand for the id in a path
 */
public record EntityType(
    String collection, String nested, String name, Optional<String> endpointKey, Schema schema) {

  /** Fields that point to other entities: field name to the name of the type. */
  public List<Map.Entry<String, String>> foreignFields() {
    List<Map.Entry<String, String>> foreign = new ArrayList<>();
    schema
        .fields()
        .forEach(
            (field, definition) -> {
              if (definition.isForeign()) {
                foreign.add(Map.entry(field, definition.reference()));
              }
            });
    return foreign;
  }

  /** Whether an entity goes when what this field points to is deleted. */
  public boolean cascades(String field) {
    return schema.field(field).map(Field::cascades).orElse(false);
  }
}
