package io.entente.connector.kong;

import io.entente.connector.kong.SecretEdge.Place;
import io.entente.model.tree.Node;
import java.util.ArrayList;
import java.util.TreeMap;

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
      var fields = new TreeMap<String, Node>();
      obj.fields()
          .forEach(
              (n, v) ->
                  fields.put(
                      n,
                      sent && header(n, marks, place)
                          ? edge.all(v, place.field(n))
                          : value(v, n, marks.field(n), place.field(n))));
      return new Node.Obj(fields);
    }
    if (node instanceof Node.Arr list) {
      var items = new ArrayList<Node>();
      for (Node item : list.items()) {
        var at = place.index(items.size());
        boolean line =
            !place.ours() && Trees.text(item).filter(SecretNames::headerLine).isPresent();
        items.add(line ? edge.all(item, at) : value(item, name, marks.element(), at));
      }
      return Node.arr(items);
    }
    boolean secret =
        Trees.text(node).filter(text -> secret(text, name, marks, place.ours())).isPresent();
    return secret ? edge.all(node, place) : node;
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
