package io.entente.policy.shape;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Values of one shape by key.
 *
 * @param keys what a key looks like
 * @param values what a value looks like
 * @param min how many there must be
 * @param parse a key that has the form of {@code keys}
 * @param print back
 */
public record MapShape<K extends Comparable<K>, V>(
    TextShape keys, Shape<V> values, int min, Function<String, K> parse, Function<K, String> print)
    implements Shape<SortedMap<K, V>> {

  @Override
  public Optional<SortedMap<K, V>> read(Node node, NodePath path, Findings findings) {
    String valid = min == 0 ? "an object" : "an object of at least " + min;
    if (!(node instanceof Node.Obj obj)) {
      findings.wrongType(path, node, valid);
      return Optional.empty();
    }
    int before = findings.count();
    if (obj.fields().size() < min) {
      findings.add(
          Problem.user(
              "INVALID_VALUE",
              Findings.place(path) + " has " + obj.fields().size() + " fields",
              path.toString(),
              "Use " + valid));
    }
    SortedMap<K, V> read = new TreeMap<>();
    for (var entry : obj.fields().entrySet()) {
      NodePath at = path.field(entry.getKey());
      if (!keys.accepts(entry.getKey())) {
        findings.invalid(at, Node.text(entry.getKey()), keys.valid());
      } else {
        values
            .read(entry.getValue(), at, findings)
            .ifPresent(value -> read.put(parse.apply(entry.getKey()), value));
      }
    }
    return findings.count() == before ? Optional.of(read) : Optional.empty();
  }

  @Override
  public Node write(SortedMap<K, V> value) {
    var fields = new TreeMap<String, Node>();
    value.forEach((key, each) -> fields.put(print.apply(key), values.write(each)));
    return Node.obj(fields);
  }

  @Override
  public Node.Obj schema() {
    var schema =
        Node.obj(
            Map.of(
                "type", Node.text("object"),
                "propertyNames", keys.schema(),
                "additionalProperties", values.schema()));
    return min == 0 ? schema : schema.with("minProperties", Node.number(min));
  }
}
