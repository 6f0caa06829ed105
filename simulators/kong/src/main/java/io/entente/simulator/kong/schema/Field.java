package io.entente.simulator.kong.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** One field of a schema. Immutable; any thread. */
public final class Field {

  private final JsonNode definition;
  private final FieldType type;
  private final Optional<Field> elements;
  private final Optional<Field> keys;
  private final Optional<Field> values;
  private final Optional<Schema> record;
  private final Optional<Rule> rule;

  private Field(JsonNode definition, String path, Rules rules) {
    this.definition = definition;
    this.type = FieldType.of(definition);
    this.elements = part("elements", path + "[]", rules);
    this.keys = part("keys", path + "{}", rules);
    this.values = part("values", path + "[]", rules);
    this.record =
        definition.has("fields")
            ? Optional.of(Schema.of(definition, path, rules))
            : Optional.empty();
    this.rule = rules.of(path);
  }

  static Field of(JsonNode definition, String path, Rules rules) {
    return new Field(definition, path, rules);
  }

  /** The same with attributes of an entity check laid over it. */
  Field overlaid(JsonNode attributes) {
    ObjectNode merged = ((ObjectNode) definition).deepCopy();
    merged.setAll((ObjectNode) attributes);
    return new Field(merged, "", Rules.NONE);
  }

  FieldType type() {
    return type;
  }

  JsonNode attribute(String name) {
    return definition.path(name);
  }

  boolean is(String flag) {
    return definition.path(flag).asBoolean(false);
  }

  boolean required() {
    return is("required");
  }

  /** Whether Kong makes a value up when none is given. */
  public boolean isAuto() {
    return is("auto");
  }

  /** A record whose fields another schema specialises. */
  boolean isAbstract() {
    return is("abstract");
  }

  /** Missing when there is none; null is a default too. */
  JsonNode defaultValue() {
    JsonNode value = definition.path("default");
    return value.isMissingNode() ? MissingNode.getInstance() : value.deepCopy();
  }

  /** Collection of schemas that a foreign field points to. */
  public String reference() {
    return definition.path("reference").asText();
  }

  /** Whether the entity goes when what it points to is deleted. */
  public boolean cascades() {
    return definition.path("on_delete").asText().equals("cascade");
  }

  /** Whether it points to another entity. */
  public boolean isForeign() {
    return type == FieldType.FOREIGN;
  }

  Field elements() {
    return elements.orElseThrow();
  }

  Optional<Field> keys() {
    return keys;
  }

  Optional<Field> values() {
    return values;
  }

  Optional<Field> elementsIfAny() {
    return elements;
  }

  /** The fields of a record. */
  public Optional<Schema> record() {
    return record;
  }

  Optional<Rule> rule() {
    return rule;
  }

  private Optional<Field> part(String name, String path, Rules rules) {
    return definition.has(name)
        ? Optional.of(new Field(definition.get(name), path, rules))
        : Optional.empty();
  }
}
