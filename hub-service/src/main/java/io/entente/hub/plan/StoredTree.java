package io.entente.hub.plan;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.model.tree.SecretRef;
import java.util.List;
import java.util.TreeMap;

/** Reads back what {@link io.entente.model.tree.CanonicalText} wrote, secrets included. */
public final class StoredTree {

  private StoredTree() {}

  public static Node read(String text) {
    return restore(JsonTree.read(text, TreeLimits.VENDOR));
  }

  /** Text of a field of an object that this package wrote itself. */
  public static String text(Node object, String field) {
    if (child(object, field) instanceof Node.Value value
        && value.value() instanceof Scalar.Text text) {
      return text.value();
    }
    throw new IllegalStateException("stored field " + field + " is not text");
  }

  public static int number(Node object, String field) {
    if (child(object, field) instanceof Node.Value value
        && value.value() instanceof Scalar.Num num) {
      return num.value().intValueExact();
    }
    throw new IllegalStateException("stored field " + field + " is not a number");
  }

  public static List<Node> items(Node object, String field) {
    if (child(object, field) instanceof Node.Arr list) {
      return list.items();
    }
    throw new IllegalStateException("stored field " + field + " is not a list");
  }

  public static Node child(Node object, String field) {
    if (object instanceof Node.Obj obj) {
      return obj.field(field)
          .orElseThrow(() -> new IllegalStateException("stored field " + field + " is missing"));
    }
    throw new IllegalStateException("stored parent of " + field + " is not an object");
  }

  private static Node restore(Node node) {
    if (node instanceof Node.Arr arr) {
      return new Node.Arr(arr.items().stream().map(StoredTree::restore).toList());
    }
    if (!(node instanceof Node.Obj obj)) {
      return node;
    }
    if (obj.field("$secret").isPresent()) {
      Node secret = child(obj, "$secret");
      return new Node.Secret(
          new SecretRef(text(secret, "ref")), new Fingerprint(text(secret, "hmac")));
    }
    if (obj.field("$pending").isPresent()) {
      Node pending = child(obj, "$pending");
      return new Node.Pending(
          new ObjectKey(text(pending, "kind"), text(pending, "nativeId")), text(pending, "output"));
    }
    var fields = new TreeMap<String, Node>();
    obj.fields()
        .forEach(
            (name, value) ->
                fields.put(name.startsWith("$$") ? name.substring(1) : name, restore(value)));
    return new Node.Obj(fields);
  }
}
