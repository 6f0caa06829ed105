package io.entente.policy.shape;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** An object of known fields; any other field is a problem. */
public final class ObjectShape<T> implements Shape<T> {

  private final List<Field<?>> fields;
  private final List<Rule> rules;
  private final Function<Values, T> make;
  private final BiConsumer<T, Written> write;

  private ObjectShape(
      List<Field<?>> fields,
      List<Rule> rules,
      Function<Values, T> make,
      BiConsumer<T, Written> write) {
    this.fields = List.copyOf(fields);
    this.rules = List.copyOf(rules);
    this.make = make;
    this.write = write;
  }

  /**
   * @param make the value of fields that are all valid; what it refuses is an INVALID_VALUE
   * @param write puts every field of a value
   */
  public static <T> ObjectShape<T> of(
      List<Field<?>> fields,
      List<Rule> rules,
      Function<Values, T> make,
      BiConsumer<T, Written> write) {
    return new ObjectShape<>(fields, rules, make, write);
  }

  /** The fields of an object being written. */
  public static final class Written {

    private final Map<String, Node> fields = new TreeMap<>();

    public <V> void put(Field<V> field, V value) {
      fields.put(field.name(), field.shape().write(value));
    }
  }

  @Override
  public Optional<T> read(Node node, NodePath path, Findings findings) {
    if (!(node instanceof Node.Obj obj)) {
      findings.wrongType(path, node, "an object with " + String.join(", ", names()));
      return Optional.empty();
    }
    int before = findings.count();
    var values = new Values(obj);
    boolean named = new UnknownFields(names(), rules).report(obj, values, path, findings);
    for (Field<?> field : fields) {
      read(field, obj, values, path, findings);
    }
    for (Rule rule : rules) {
      if (named || !(rule instanceof ExactlyOne)) {
        rule.check(values, path, findings);
      }
    }
    if (findings.count() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(make.apply(values));
    } catch (IllegalArgumentException e) {
      findings.refused(path, e);
      return Optional.empty();
    }
  }

  private static <V> void read(
      Field<V> field, Node.Obj obj, Values values, NodePath path, Findings findings) {
    Optional<Node> written = obj.field(field.name());
    if (written.isPresent()) {
      field
          .shape()
          .read(written.get(), path.field(field.name()), findings)
          .ifPresent(value -> values.put(field, value));
    } else if (field.required()) {
      NodePath at = path.field(field.name());
      findings.missing(at, at + " is missing", "Add it: " + field.doc());
    } else {
      field.defaultValue().ifPresent(value -> values.put(field, value));
    }
  }

  private List<String> names() {
    return fields.stream().map(Field::name).toList();
  }

  @Override
  public Node write(T value) {
    var written = new Written();
    write.accept(value, written);
    return Node.obj(written.fields);
  }

  @Override
  public Node.Obj schema() {
    var properties = new TreeMap<String, Node>();
    var required = new ArrayList<Node>();
    for (Field<?> field : fields) {
      properties.put(field.name(), schema(field));
      if (field.required()) {
        required.add(Node.text(field.name()));
      }
    }
    var schema = new TreeMap<String, Node>();
    schema.put("type", Node.text("object"));
    schema.put("properties", Node.obj(properties));
    schema.put("additionalProperties", Node.bool(false));
    if (!required.isEmpty()) {
      schema.put("required", Node.arr(required));
    }
    if (!rules.isEmpty()) {
      schema.put("allOf", Node.arr(rules.stream().map(ObjectShape::schema).toList()));
    }
    return Node.obj(schema);
  }

  private static Node schema(Rule rule) {
    return rule.schema().with("$comment", Node.text(rule.says()));
  }

  private static <V> Node schema(Field<V> field) {
    var schema = field.shape().schema().with("description", Node.text(field.doc()));
    return field
        .defaultValue()
        .map(value -> schema.with("default", field.shape().write(value)))
        .orElse(schema);
  }
}
