package io.entente.reconciliation;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import java.time.Instant;
import java.util.Optional;

/**
 * A person's decision that what others put at one place of ours stays there.
 *
 * @param id of the decision
 * @param key the object
 * @param path where in it
 * @param wanted what the documents wanted there when it was decided; empty for nothing
 * @param found what stays; empty where something was taken away
 * @param by who decided
 * @param at when
 * @param reason why, in that person's words
 */
public record Adoption(
    long id,
    ObjectKey key,
    NodePath path,
    Optional<Node> wanted,
    Optional<Node> found,
    String by,
    Instant at,
    String reason) {

  public Adoption {
    if (wanted.equals(found)) {
      throw new IllegalArgumentException(
          "adoption of " + key + " at '" + path + "' keeps what the documents want anyway");
    }
    if (reason.isBlank()) {
      throw new IllegalArgumentException("adoption of " + key + " gives no reason");
    }
  }
}
