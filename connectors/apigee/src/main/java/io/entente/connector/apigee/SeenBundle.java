package io.entente.connector.apigee;

import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A revision's bundle as the hub sees it, without its bytes.
 *
 * @param files by the hash of their bytes; in a bundle of others each Step of ours is one
 * @param endpoints of a proxy, what is said of each
 * @param notUnderstood why endpoints are missing, if they are
 */
record SeenBundle(
    Content.Files files,
    SortedMap<ObjectKey, Node.Obj> endpoints,
    Optional<Problem> notUnderstood) {

  /** Whether a Step or policy of ours is in it. */
  boolean holdsOurs() {
    return files.entries().keySet().stream()
        .anyMatch(name -> name.contains("!/") || name.contains("/policies/entente-"));
  }
}
