package io.entente.translator.kong.emit;

import io.entente.model.tree.Node;
import java.util.List;
import java.util.TreeMap;

/** Builds documents. */
public final class Doc {

  private Doc() {}

  public static Node.Obj of(String field, Node value) {
    var fields = new TreeMap<String, Node>();
    fields.put(field, value);
    return new Node.Obj(fields);
  }

  public static Node.Obj of(String field, String value) {
    return of(field, Node.text(value));
  }

  /** A foreign key. */
  public static Node.Obj ref(String id) {
    return of("id", id);
  }

  public static Node.Arr texts(List<String> values) {
    return Node.arr(values.stream().map(Node::text).toList());
  }
}
