package io.entente.json;

import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;

/** Indented JSON. */
final class PrettyJson {

  private PrettyJson() {}

  static void write(Node node, int depth, StringBuilder out) {
    if (node instanceof Node.Obj obj && !obj.fields().isEmpty()) {
      out.append("{\n");
      String separator = "";
      for (var field : obj.fields().entrySet()) {
        out.append(separator);
        indent(depth + 1, out);
        out.append(CanonicalText.of(Node.text(field.getKey()))).append(": ");
        write(field.getValue(), depth + 1, out);
        separator = ",\n";
      }
      out.append('\n');
      indent(depth, out);
      out.append('}');
    } else if (node instanceof Node.Arr arr && !arr.items().isEmpty()) {
      out.append("[\n");
      String separator = "";
      for (Node item : arr.items()) {
        out.append(separator);
        indent(depth + 1, out);
        write(item, depth + 1, out);
        separator = ",\n";
      }
      out.append('\n');
      indent(depth, out);
      out.append(']');
    } else {
      out.append(TreeText.stored(node));
    }
  }

  private static void indent(int depth, StringBuilder out) {
    out.append("  ".repeat(depth));
  }
}
