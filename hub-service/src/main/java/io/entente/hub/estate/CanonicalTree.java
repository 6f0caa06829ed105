package io.entente.hub.estate;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.model.tree.SecretRef;
import java.util.TreeMap;

/**
 * Reads back what canonical text made of a tree: its reserved fields become what they stood for.
 */
final class CanonicalTree {
  private CanonicalTree() {}

  /** The tree whose canonical text is that of {@code json}, read as plain JSON. */
  static Node read(Node json) {
    if (json instanceof Node.Arr arr) {
      return Node.arr(arr.items().stream().map(CanonicalTree::read).toList());
    }
    if (!(json instanceof Node.Obj obj)) {
      return json;
    }
    if (obj.field("$secret").orElse(null) instanceof Node.Obj secret) {
      return new Node.Secret(
          new SecretRef(text(secret, "ref")), new Fingerprint(text(secret, "hmac")));
    }
    if (obj.field("$pending").orElse(null) instanceof Node.Obj pending) {
      return new Node.Pending(
          new ObjectKey(text(pending, "kind"), text(pending, "nativeId")), text(pending, "output"));
    }
    var fields = new TreeMap<String, Node>();
    obj.fields()
        .forEach(
            (name, value) ->
                fields.put(name.startsWith("$$") ? name.substring(1) : name, read(value)));
    return new Node.Obj(fields);
  }

  private static String text(Node.Obj obj, String field) {
    if (obj.field(field).orElse(null) instanceof Node.Value value
        && value.value() instanceof Scalar.Text text) {
      return text.value();
    }
    throw new IllegalStateException("stored tree has no text '" + field + "'");
  }
}
