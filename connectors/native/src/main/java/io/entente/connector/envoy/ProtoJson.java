package io.entente.connector.envoy;

import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;

/**
 * A tree as the JSON text that protobuf reads. Unlike the canonical text it writes field names as
 * they are, because the text is for Envoy's schema and not for hashing.
 */
final class ProtoJson {

  private ProtoJson() {}

  /**
   * The JSON text of {@code node}.
   *
   * @throws IllegalArgumentException when it holds a secret or a pending value; says which
   */
  static String of(Node node) {
    var out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(Node node, StringBuilder out) {
    if (node instanceof Node.Obj obj) {
      out.append('{');
      String separator = "";
      for (var field : obj.fields().entrySet()) {
        out.append(separator).append(CanonicalText.of(Node.text(field.getKey()))).append(':');
        write(field.getValue(), out);
        separator = ",";
      }
      out.append('}');
    } else if (node instanceof Node.Arr arr) {
      out.append('[');
      String separator = "";
      for (Node item : arr.items()) {
        out.append(separator);
        write(item, out);
        separator = ",";
      }
      out.append(']');
    } else if (node instanceof Node.Secret) {
      throw new IllegalArgumentException("it holds a secret: Envoy takes secrets by SDS only");
    } else if (node instanceof Node.Pending pending) {
      throw new IllegalArgumentException(
          "it holds a value that is not known yet: "
              + pending.output()
              + " of "
              + pending.producer());
    } else {
      out.append(CanonicalText.of(node));
    }
  }
}
