package io.entente.reference;

import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One schema within the published one. */
record SchemaPart(Node.Obj node) {

  boolean says(String keyword) {
    return node.field(keyword).isPresent();
  }

  /** A keyword's value as text; fails where the schema does not say it. */
  String text(String keyword) {
    return find(keyword).orElseThrow(() -> new AssertionError("no " + keyword + " in " + node));
  }

  Optional<String> find(String keyword) {
    return node.field(keyword).map(SchemaPart::text);
  }

  SchemaPart part(String keyword) {
    return of(node.field(keyword).orElseThrow(() -> new AssertionError(keyword + ": " + node)));
  }

  List<SchemaPart> parts(String keyword) {
    return items(keyword).stream().map(SchemaPart::of).toList();
  }

  List<String> texts(String keyword) {
    return items(keyword).stream().map(SchemaPart::text).toList();
  }

  Map<String, SchemaPart> properties() {
    var found = new TreeMap<String, SchemaPart>();
    if (says("properties")) {
      part("properties").node.fields().forEach((name, part) -> found.put(name, of(part)));
    }
    return found;
  }

  private List<Node> items(String keyword) {
    return node.field(keyword).map(list -> ((Node.Arr) list).items()).orElse(List.of());
  }

  private static SchemaPart of(Node node) {
    return new SchemaPart((Node.Obj) node);
  }

  private static String text(Node node) {
    return node instanceof Node.Value value && value.value() instanceof Scalar.Text text
        ? text.value()
        : JsonTree.write(node);
  }
}
