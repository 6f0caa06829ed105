package io.entente.simulator.kong.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.Generator;
import io.entente.simulator.kong.Json;
import io.entente.simulator.kong.schema.Defaults;
import io.entente.simulator.kong.schema.Schema;
import io.entente.simulator.kong.schema.Validation;
import java.math.BigDecimal;

/** Makes a valid entity of what was given: generated fields, defaults, checks. */
final class Draft {

  private final Catalogue catalogue;
  private final Generator generator;

  Draft(Catalogue catalogue, Generator generator) {
    this.catalogue = catalogue;
    this.generator = generator;
  }

  /** A new entity, or one that replaces another. */
  ObjectNode whole(EntityType type, ObjectNode given) {
    Schema schema = catalogue.schemaOf(type, given);
    ObjectNode entity = given.deepCopy();
    if (isAbsent(entity, "id")) {
      entity.put("id", generator.uuid());
    }
    schema
        .fields()
        .forEach(
            (name, field) -> {
              boolean isSecret = name.equals("key") || name.equals("secret");
              if (isSecret && field.isAuto() && isAbsent(entity, name)) {
                entity.put(name, generator.secret());
              }
            });
    if (schema.fields().containsKey("created_at") && isAbsent(entity, "created_at")) {
      entity.set("created_at", now(type));
    }
    stampUpdate(type, schema, entity);
    return checked(type, schema, Defaults.fill(schema, entity), true);
  }

  /** An entity of which some fields changed. */
  ObjectNode changed(EntityType type, ObjectNode merged) {
    Schema schema = catalogue.schemaOf(type, merged);
    ObjectNode entity = merged.deepCopy();
    stampUpdate(type, schema, entity);
    return checked(type, schema, Defaults.tidy(schema, entity), false);
  }

  private static ObjectNode checked(
      EntityType type, Schema schema, ObjectNode entity, boolean whole) {
    ObjectNode errors = Validation.violations(schema, entity, whole);
    Habits.check(type, entity, errors);
    if (!errors.isEmpty()) {
      throw Refusal.schema(errors);
    }
    return (ObjectNode) Json.normal(entity);
  }

  private void stampUpdate(EntityType type, Schema schema, ObjectNode entity) {
    if (schema.fields().containsKey("updated_at")) {
      entity.set("updated_at", now(type));
    }
  }

  /** Targets count milliseconds, everything else seconds. */
  private JsonNode now(EntityType type) {
    long millis = generator.nowMillis();
    return type.name().equals("targets")
        ? Json.normal(DecimalNode.valueOf(BigDecimal.valueOf(millis, 3)))
        : LongNode.valueOf(millis / 1000);
  }

  private static boolean isAbsent(ObjectNode entity, String field) {
    return !entity.has(field) || entity.get(field).isNull();
  }
}
