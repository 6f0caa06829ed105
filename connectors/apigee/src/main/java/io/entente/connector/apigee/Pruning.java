package io.entente.connector.apigee;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Removes old revisions that we made and that nothing runs: Apigee keeps 250 of each. The newest
 * five stay. Of what is named as ours every revision is ours; in a proxy of others only those are
 * that this process imported itself, because nothing in a revision tells who made it.
 */
final class Pruning {

  private static final int KEPT = 5;

  private final Map<String, Set<String>> made = new ConcurrentHashMap<>();

  /** Notes a revision that we imported into a proxy of others. */
  void made(String name, String createdAt, String revision) {
    made.computeIfAbsent(name + " " + createdAt, key -> ConcurrentHashMap.newKeySet())
        .add(revision);
  }

  /** Of a proxy or flow named as ours. */
  void ours(BundleCalls calls, String name) throws ApigeeFailure {
    var entity = calls.get(name);
    if (entity.isPresent()) {
      prune(calls, name, entity.get().revisions());
    }
  }

  /** Of a proxy of others. */
  void theirs(BundleCalls calls, String name) throws ApigeeFailure {
    Optional<BundleEntity> entity = calls.get(name);
    if (entity.isPresent()) {
      Collection<String> ours = made.getOrDefault(name + " " + entity.get().createdAt(), Set.of());
      prune(calls, name, entity.get().revisions().stream().filter(ours::contains).toList());
    }
  }

  /**
   * @param revisions newest first
   */
  private static void prune(BundleCalls calls, String name, List<String> revisions)
      throws ApigeeFailure {
    if (revisions.size() <= KEPT) {
      return;
    }
    Set<String> running = new HashSet<>();
    calls.everywhere(name).forEach(deployment -> running.add(deployment.revision()));
    for (String old : revisions.subList(KEPT, revisions.size())) {
      if (!running.contains(old)) {
        calls.deleteRevision(name, old);
      }
    }
  }
}
