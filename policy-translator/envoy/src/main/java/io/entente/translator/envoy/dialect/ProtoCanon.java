package io.entente.translator.envoy.dialect;

import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.TreeMap;

/** The canonical form of one Envoy resource. */
final class ProtoCanon {

  private ProtoCanon() {}

  static Node of(String kind, Node root) {
    return canon(kind, root);
  }

  /** {@code within} is the field that holds the message, or the kind at the root. */
  private static Node canon(String within, Node node) {
    if (node instanceof Node.Arr list) {
      return Node.arr(list.items().stream().map(item -> canon(within, item)).toList());
    }
    if (!(node instanceof Node.Obj message) || isStruct(message)) {
      return node;
    }
    var fields = new TreeMap<String, Node>();
    message
        .fields()
        .forEach(
            (field, value) -> {
              Node normal =
                  field.equals("filter_metadata")
                      ? value
                      : ProtoText.normalise(within, field, canon(field, value));
              if (!ProtoDefaults.isDefault(within, field, normal)) {
                fields.put(field, normal);
              }
            });
    return new Node.Obj(fields);
  }

  /** A TypedStruct is free JSON: nothing about defaults is known there. */
  private static boolean isStruct(Node.Obj message) {
    return message
        .field("@type")
        .filter(
            type ->
                type instanceof Node.Value value
                    && value.value() instanceof Scalar.Text text
                    && text.value().endsWith(".TypedStruct"))
        .isPresent();
  }
}
