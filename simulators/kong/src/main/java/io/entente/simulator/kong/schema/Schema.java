package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fields of an entity or a record, and the checks across them. Immutable; any thread.
 *
 * @param fields in the order of the definition
 * @param shorthands old names of fields that have moved
 * @param checks entity checks as in the definition
 */
public record Schema(
    Map<String, Field> fields, Map<String, Shorthand> shorthands, List<JsonNode> checks) {

  public Schema {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    shorthands = Collections.unmodifiableMap(new LinkedHashMap<>(shorthands));
    checks = List.copyOf(checks);
  }

  /** Reads a definition as {@code /schemas/…} shows it. */
  public static Schema of(JsonNode definition, Rules rules) {
    return of(definition, "", rules);
  }

  static Schema of(JsonNode definition, String path, Rules rules) {
    var fields = new LinkedHashMap<String, Field>();
    String prefix = path.isEmpty() ? "" : path + ".";
    each(
        definition.path("fields"),
        (name, field) -> fields.put(name, Field.of(field, prefix + name, rules)));
    var shorthands = new LinkedHashMap<String, Shorthand>();
    each(
        definition.path("shorthand_fields"),
        (name, field) -> shorthands.put(name, Shorthand.of(field, prefix + name, rules)));
    var checks = new ArrayList<JsonNode>();
    definition.path("entity_checks").forEach(checks::add);
    return new Schema(fields, shorthands, checks);
  }

  /** This schema with the fields and checks of a more special one. */
  public Schema specialisedBy(Schema special) {
    var merged = new LinkedHashMap<>(fields);
    merged.putAll(special.fields);
    var all = new ArrayList<>(checks);
    all.addAll(special.checks);
    return new Schema(merged, shorthands, all);
  }

  /** A field by name. */
  public Optional<Field> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** A field by dotted path through records. */
  Optional<Field> fieldAt(String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return field(path);
    }
    return field(path.substring(0, dot))
        .flatMap(Field::record)
        .flatMap(inner -> inner.fieldAt(path.substring(dot + 1)));
  }

  private static void each(
      JsonNode entries, java.util.function.BiConsumer<String, JsonNode> consumer) {
    entries.forEach(
        entry ->
            entry
                .fields()
                .forEachRemaining(field -> consumer.accept(field.getKey(), field.getValue())));
  }
}
