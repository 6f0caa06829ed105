package io.entente.hub.plan;

import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import java.util.List;

/** Documents of plans as they are stored, and the fields this package wrote in them. */
public final class StoredTree {

  private StoredTree() {}

  public static Node read(String text) {
    return io.entente.json.StoredTree.read(text, TreeLimits.VENDOR);
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
}
