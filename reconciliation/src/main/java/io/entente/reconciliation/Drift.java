package io.entente.reconciliation;

import io.entente.model.nativeobject.ClaimSource;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.util.Optional;
import java.util.Set;

/**
 * One place inside our claims that is not what we applied last.
 *
 * @param key the object
 * @param path where; the root when the whole object is concerned; a file is a path of one field
 * @param kind what was done
 * @param was what we applied; absent when it was added
 * @param is what the gateway holds; absent when it was taken away
 * @param sources the documents whose effect this touches
 */
public record Drift(
    ObjectKey key,
    NodePath path,
    DriftKind kind,
    Optional<Node> was,
    Optional<Node> is,
    Set<ClaimSource> sources) {

  public Drift {
    if (is.isEmpty() != (kind == DriftKind.FOREIGN_DELETE)) {
      throw new IllegalArgumentException(
          "drift of " + key + " at '" + path + "' is " + kind + " but its sides say otherwise");
    }
    sources = Set.copyOf(sources);
  }
}
