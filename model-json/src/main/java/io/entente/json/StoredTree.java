package io.entente.json;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.model.tree.Scalar;
import io.entente.model.tree.SecretRef;
import java.util.TreeMap;

/**
 * Trees for our own stores: JSON that also says secrets (by reference and fingerprint) and pending
 * values, as objects with one reserved field. A document field that begins with {@code $} is stored
 * with a second one. {@link #read} gives back what {@link #write} was given.
 */
public final class StoredTree {

  static final String SECRET = "$secret";
  static final String PENDING = "$pending";

  private StoredTree() {}

  public static String write(Node node) {
    return TreeText.stored(node);
  }

  /**
   * @throws ProblemException as {@link JsonTree#read}, and STORED_TREE_INVALID (kind INTERNAL) for
   *     a reserved field we never write
   */
  public static Node read(String text, TreeLimits limits) {
    return decode(JsonTree.read(text, limits));
  }

  private static Node decode(Node node) {
    if (node instanceof Node.Arr list) {
      return new Node.Arr(list.items().stream().map(StoredTree::decode).toList());
    }
    if (!(node instanceof Node.Obj obj)) {
      return node;
    }
    if (obj.fields().size() == 1 && obj.fields().get(SECRET) instanceof Node.Obj secret) {
      return new Node.Secret(
          new SecretRef(text(secret, "ref")), new Fingerprint(text(secret, "hmac")));
    }
    if (obj.fields().size() == 1 && obj.fields().get(PENDING) instanceof Node.Obj pending) {
      return new Node.Pending(
          new ObjectKey(text(pending, "kind"), text(pending, "nativeId")), text(pending, "output"));
    }
    var fields = new TreeMap<String, Node>();
    for (var field : obj.fields().entrySet()) {
      String name = field.getKey();
      if (name.startsWith("$") && !name.startsWith("$$")) {
        throw invalid("reserved field '" + name + "'");
      }
      fields.put(name.startsWith("$$") ? name.substring(1) : name, decode(field.getValue()));
    }
    return new Node.Obj(fields);
  }

  private static String text(Node.Obj obj, String field) {
    if (obj.fields().get(field) instanceof Node.Value value
        && value.value() instanceof Scalar.Text text) {
      return text.value();
    }
    throw invalid("a reserved object without text '" + field + "'");
  }

  private static ProblemException invalid(String what) {
    return new ProblemException(
        Problem.internal(
            "STORED_TREE_INVALID",
            "A stored document holds " + what + ".",
            "Restore the store from a backup and report this."));
  }
}
