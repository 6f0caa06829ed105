package io.entente.connector.kong;

import io.entente.model.tree.Node;

/** Finds the secrets in the configuration of a plugin. */
final class ConfigEdge {

  private final SecretEdge edge;

  ConfigEdge(SecretEdge edge) {
    this.edge = edge;
  }

  /** A {@code config}, whose fields the schema describes. */
  Node config(Node config, FieldMarks marks, Place place) {
    return value(config, "config", marks, place);
  }

  private Node value(Node node, String name, FieldMarks marks, Place place) {
    if (SecretNames.field(name)) {
      return edge.all(node, place);
    }
    if (node instanceof Node.Obj obj) {
      boolean sent = name.equals("headers") || name.endsWith("_headers");
      return Rebuilt.fields(
          obj,
          (n, v) ->
              Trees.isNeverSecret(v)
                  ? v
                  : sent && header(n, marks, place)
                      ? edge.all(v, place.field(n))
                      : value(v, n, marks.field(n), place.field(n)));
    }
    if (node instanceof Node.Arr list) {
      return Rebuilt.elements(list, (i, item) -> element(item, name, marks, place.index(i)));
    }
    boolean secret =
        Trees.text(node).filter(text -> secret(text, name, marks, place.ours())).isPresent();
    return secret ? edge.all(node, place) : node;
  }

  private Node element(Node item, String name, FieldMarks marks, Place place) {
    boolean line = !place.ours() && Trees.text(item).filter(SecretNames::headerLine).isPresent();
    return line ? edge.all(item, place) : value(item, name, marks.element(), place);
  }

  /** Headers sent to elsewhere: all of others' plugins, of ours those called like a credential. */
  private static boolean header(String name, FieldMarks marks, Place place) {
    return SecretNames.header(name) || (!place.ours() && marks.field(name).referenceable());
  }

  private static boolean secret(String text, String name, FieldMarks marks, boolean ours) {
    if (SecretNames.value(text)) {
      return true;
    }
    if (marks.encrypted()) {
      return !(ours && SecretNames.bareUrl(text));
    }
    return marks.referenceable() && !ours && !SecretNames.harmless(name, text);
  }
}
