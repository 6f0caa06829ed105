package io.entente.hub.estate;

import io.entente.model.tree.Node;
import java.util.TreeMap;

/** Trees as people are shown them: a secret by its reference and the start of its fingerprint. */
public final class ShownTree {

  private static final int SHOWN_DIGITS = 8;

  private ShownTree() {}

  /** The same tree without secrets and pending values. */
  public static Node of(Node node) {
    if (node instanceof Node.Obj obj) {
      var fields = new TreeMap<String, Node>();
      obj.fields().forEach((name, value) -> fields.put(name, of(value)));
      return Node.obj(fields);
    }
    if (node instanceof Node.Arr arr) {
      return Node.arr(arr.items().stream().map(ShownTree::of).toList());
    }
    if (node instanceof Node.Secret secret) {
      return Node.text(
          "secret "
              + secret.ref().value()
              + " ("
              + secret.hmac().hex().substring(0, SHOWN_DIGITS)
              + ")");
    }
    if (node instanceof Node.Pending) {
      return Node.text("(known after apply)");
    }
    return node;
  }
}
