package io.entente.json;

import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import java.util.TreeMap;

/** One-line JSON in two forms: plain as vendors read it, and stored as {@link StoredTree} does. */
final class TreeText {

  private final boolean stored;
  private final StringBuilder out = new StringBuilder();

  private TreeText(boolean stored) {
    this.stored = stored;
  }

  static String plain(Node node) {
    return new TreeText(false).write(node).out.toString();
  }

  static String stored(Node node) {
    return new TreeText(true).write(node).out.toString();
  }

  private TreeText write(Node node) {
    if (node instanceof Node.Obj obj) {
      out.append('{');
      String separator = "";
      for (var field : obj.fields().entrySet()) {
        out.append(separator);
        String name = field.getKey();
        text(stored && name.startsWith("$") ? "$" + name : name);
        out.append(':');
        write(field.getValue());
        separator = ",";
      }
      out.append('}');
    } else if (node instanceof Node.Arr list) {
      out.append('[');
      String separator = "";
      for (Node item : list.items()) {
        out.append(separator);
        write(item);
        separator = ",";
      }
      out.append(']');
    } else if (node instanceof Node.Value) {
      out.append(CanonicalText.of(node));
    } else if (!stored) {
      throw new IllegalArgumentException("plain JSON cannot hold a secret or a pending value");
    } else if (node instanceof Node.Secret secret) {
      var fields = new TreeMap<String, String>();
      fields.put("hmac", secret.hmac().hex());
      fields.put("ref", secret.ref().value());
      reserved(StoredTree.SECRET, fields);
    } else if (node instanceof Node.Pending pending) {
      var fields = new TreeMap<String, String>();
      fields.put("kind", pending.producer().kind());
      fields.put("nativeId", pending.producer().nativeId());
      fields.put("output", pending.output());
      reserved(StoredTree.PENDING, fields);
    }
    return this;
  }

  private void reserved(String name, TreeMap<String, String> fields) {
    out.append('{');
    text(name);
    out.append(":{");
    String separator = "";
    for (var field : fields.entrySet()) {
      out.append(separator);
      text(field.getKey());
      out.append(':');
      text(field.getValue());
      separator = ",";
    }
    out.append("}}");
  }

  private void text(String value) {
    out.append(CanonicalText.of(Node.text(value)));
  }
}
