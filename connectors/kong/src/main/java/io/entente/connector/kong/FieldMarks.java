package io.entente.connector.kong;

import io.entente.model.estate.VendorSchema;
import io.entente.model.tree.Node;
import java.util.Optional;

/**
 * What a node's schema says of one field: whether its value is stored encrypted, and whether it may
 * refer to a vault.
 *
 * @param spec the field's own part of the schema; empty where the schema says nothing
 */
record FieldMarks(Optional<Node> spec) {

  static FieldMarks none() {
    return new FieldMarks(Optional.empty());
  }

  /** Of the {@code config} of a plugin. */
  static FieldMarks ofConfig(VendorSchema schema, String plugin) {
    return new FieldMarks(schema.document("plugins/" + plugin)).field("config");
  }

  boolean encrypted() {
    return spec.map(s -> Trees.isTrue(Trees.field(s, "encrypted"))).orElse(false);
  }

  boolean referenceable() {
    return spec.map(s -> Trees.isTrue(Trees.field(s, "referenceable"))).orElse(false);
  }

  boolean map() {
    return spec.flatMap(s -> Trees.text(s, "type")).filter("map"::equals).isPresent();
  }

  /** Of a field of a record, or a value of a map. */
  FieldMarks field(String name) {
    if (map()) {
      return new FieldMarks(spec.flatMap(s -> Trees.field(s, "values")));
    }
    return Trees.items(spec.flatMap(s -> Trees.field(s, "fields"))).stream()
        .flatMap(entry -> Trees.field(entry, name).stream())
        .findFirst()
        .map(found -> new FieldMarks(Optional.of(found)))
        .orElseGet(FieldMarks::none);
  }

  /** Of an element of a list or set. */
  FieldMarks element() {
    return new FieldMarks(spec.flatMap(s -> Trees.field(s, "elements")));
  }
}
