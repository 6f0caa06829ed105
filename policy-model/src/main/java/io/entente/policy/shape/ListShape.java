package io.entente.policy.shape;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A list of parts of one shape.
 *
 * @param item the shape of each
 * @param min how many there must be
 * @param identity what no two items may share; a schema can only say it where it is the item itself
 */
public record ListShape<T>(Shape<T> item, int min, Optional<Identity<T>> identity)
    implements Shape<List<T>> {

  /**
   * What tells items apart.
   *
   * @param name of the field that does; empty when it is the whole item
   */
  public record Identity<T>(Optional<String> name, Function<T, ?> of) {}

  /** A list in which items may repeat. */
  public static <T> ListShape<T> of(Shape<T> item, int min) {
    return new ListShape<>(item, min, Optional.empty());
  }

  /** A list in which no item repeats. */
  public static <T> ListShape<T> distinct(Shape<T> item, int min) {
    return new ListShape<>(
        item, min, Optional.of(new Identity<>(Optional.empty(), Function.identity())));
  }

  /** A list in which no two items have the same {@code field}. */
  public static <T> ListShape<T> distinctBy(
      Shape<T> item, int min, String field, Function<T, ?> of) {
    return new ListShape<>(item, min, Optional.of(new Identity<>(Optional.of(field), of)));
  }

  @Override
  public Optional<List<T>> read(Node node, NodePath path, Findings findings) {
    String valid = min == 0 ? "a list" : "a list of at least " + min;
    if (!(node instanceof Node.Arr array)) {
      findings.wrongType(path, node, valid);
      return Optional.empty();
    }
    int before = findings.count();
    if (array.items().size() < min) {
      findings.add(
          Problem.user(
              "INVALID_VALUE",
              Findings.place(path) + " has " + array.items().size() + " items",
              path.toString(),
              "Use " + valid));
    }
    var items = new ArrayList<T>();
    var firstAt = new HashMap<Object, Integer>();
    for (int i = 0; i < array.items().size(); i++) {
      int position = i;
      NodePath at = path.index(i);
      item.read(array.items().get(i), at, findings)
          .ifPresent(
              value -> {
                items.add(value);
                refuseTwin(value, position, at, firstAt, findings);
              });
    }
    return findings.count() == before ? Optional.of(items) : Optional.empty();
  }

  private void refuseTwin(
      T value, int position, NodePath at, Map<Object, Integer> firstAt, Findings findings) {
    if (identity.isEmpty()) {
      return;
    }
    Object key = identity.get().of().apply(value);
    Integer first = firstAt.putIfAbsent(key, position);
    if (first != null) {
      NodePath place = identity.get().name().map(at::field).orElse(at);
      findings.add(
          Problem.user(
              "DUPLICATE_VALUE",
              place + " repeats item [" + first + "]",
              place.toString(),
              key.toString(),
              "Remove or rename one of the two"));
    }
  }

  @Override
  public Node write(List<T> value) {
    return Node.arr(value.stream().map(item::write).toList());
  }

  @Override
  public Node.Obj schema() {
    var schema = new TreeMap<String, Node>();
    schema.put("type", Node.text("array"));
    schema.put("items", item.schema());
    if (min > 0) {
      schema.put("minItems", Node.number(min));
    }
    identity.ifPresent(
        unique ->
            unique
                .name()
                .ifPresentOrElse(
                    field -> schema.put("x-uniqueBy", Node.text(field)),
                    () -> schema.put("uniqueItems", Node.bool(true))));
    return Node.obj(schema);
  }
}
