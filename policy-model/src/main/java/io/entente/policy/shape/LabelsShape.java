package io.entente.policy.shape;

import io.entente.model.identity.Labels;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Labels: texts by name. */
public final class LabelsShape implements Shape<Labels> {

  /** What a label may say. */
  public static final TextShape VALUE =
      TextShape.of(
          "text of at most 253 characters without control characters", "[^\\x00-\\x1f\\x7f]*", 253);

  private static final TextShape KEY =
      TextShape.of(
          "letters, digits, '.', '_', '-' and '/', starting and ending with a letter or digit",
          "[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?",
          253);

  @Override
  public Optional<Labels> read(Node node, NodePath path, Findings findings) {
    if (!(node instanceof Node.Obj obj)) {
      findings.wrongType(path, node, "an object of texts");
      return Optional.empty();
    }
    int before = findings.count();
    var values = new TreeMap<String, String>();
    for (var entry : obj.fields().entrySet()) {
      NodePath at = path.field(entry.getKey());
      if (!KEY.accepts(entry.getKey())) {
        findings.invalid(at, Node.text(entry.getKey()), "a label key of " + KEY.valid());
      }
      VALUE.read(entry.getValue(), at, findings).ifPresent(v -> values.put(entry.getKey(), v));
    }
    if (findings.count() > before) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Labels(values));
    } catch (IllegalArgumentException e) {
      findings.refused(path, e);
      return Optional.empty();
    }
  }

  @Override
  public Node write(Labels value) {
    var fields = new TreeMap<String, Node>();
    value.values().forEach((key, text) -> fields.put(key, Node.text(text)));
    return Node.obj(fields);
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(
        Map.of(
            "type", Node.text("object"),
            "propertyNames", KEY.schema(),
            "additionalProperties", VALUE.schema()));
  }
}
