package io.entente.reconciliation;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Optional;

/**
 * One place at which two documents differ.
 *
 * @param key the object
 * @param path where in its tree; the root means the whole object; for an object made of files, one
 *     field that is the file's name
 * @param kind what happened
 * @param from absent exactly when added; for a file the hash of its bytes
 * @param to absent exactly when removed; where only the order of list elements differs, both sides
 *     are the lists of their keys
 */
public record Difference(
    ObjectKey key, NodePath path, DifferenceKind kind, Optional<Node> from, Optional<Node> to) {

  public Difference {
    if (from.isEmpty() != (kind == DifferenceKind.ADDED)
        || to.isEmpty() != (kind == DifferenceKind.REMOVED)) {
      throw new IllegalArgumentException(
          "difference of "
              + key
              + " at '"
              + path
              + "' is "
              + kind
              + " but its sides say otherwise");
    }
  }

  /** The difference between two sides of which at least one is present. */
  static Difference of(ObjectKey key, NodePath path, Optional<Node> from, Optional<Node> to) {
    var kind =
        from.isEmpty()
            ? DifferenceKind.ADDED
            : to.isEmpty() ? DifferenceKind.REMOVED : DifferenceKind.CHANGED;
    return new Difference(key, path, kind, from, to);
  }
}
