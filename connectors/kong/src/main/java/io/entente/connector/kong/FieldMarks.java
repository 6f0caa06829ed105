package io.entente.connector.kong;

import io.entente.model.estate.VendorSchema;
import io.entente.model.tree.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a node's schema says of one field: whether its value is stored encrypted, and whether it may
 * refer to a vault. What lies below is looked up once. Not safe between threads.
 */
final class FieldMarks {

  private final Optional<Node> spec;
  private final boolean map;
  private final boolean encrypted;
  private final boolean referenceable;
  private final Map<String, FieldMarks> below = new HashMap<>();

  private FieldMarks(Optional<Node> spec) {
    this.spec = spec;
    this.map = spec.flatMap(s -> Trees.text(s, "type")).filter("map"::equals).isPresent();
    this.encrypted = spec.map(s -> Trees.isTrue(Trees.field(s, "encrypted"))).orElse(false);
    this.referenceable = spec.map(s -> Trees.isTrue(Trees.field(s, "referenceable"))).orElse(false);
  }

  /** Of the {@code config} of a plugin. */
  static FieldMarks ofConfig(VendorSchema schema, String plugin) {
    return new FieldMarks(schema.document("plugins/" + plugin)).field("config");
  }

  boolean encrypted() {
    return encrypted;
  }

  boolean referenceable() {
    return referenceable;
  }

  /** Of a field of a record, or a value of a map. */
  FieldMarks field(String name) {
    return below.computeIfAbsent(map ? "" : name, n -> map ? part("values") : named(n));
  }

  /** Of an element of a list or set. */
  FieldMarks element() {
    return below.computeIfAbsent("[]", n -> part("elements"));
  }

  private FieldMarks part(String name) {
    return new FieldMarks(spec.flatMap(s -> Trees.field(s, name)));
  }

  private FieldMarks named(String name) {
    return new FieldMarks(
        Trees.items(spec.flatMap(s -> Trees.field(s, "fields"))).stream()
            .flatMap(entry -> Trees.field(entry, name).stream())
            .findFirst());
  }
}
