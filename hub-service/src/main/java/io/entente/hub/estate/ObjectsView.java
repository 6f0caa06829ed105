package io.entente.hub.estate;

import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * What a gateway holds, by its last complete read.
 *
 * @param takenAt when that read began; absent before the first
 * @param lastRead how the newest read went, which may have failed since
 */
public record ObjectsView(
    Optional<Instant> takenAt, Optional<LastRead> lastRead, List<ObjectView> objects) {
  /**
   * One object.
   *
   * @param claimedBy the documents parts of it come from; empty when it is wholly foreign
   */
  public record ObjectView(String kind, String id, String hash, List<String> claimedBy) {}

  static ObjectsView of(
      SortedMap<ObjectKey, String> hashes,
      Optional<LastRead> lastRead,
      Map<ObjectKey, Set<Claim>> claims) {
    List<ObjectView> objects =
        hashes.entrySet().stream()
            .map(e -> view(e.getKey(), e.getValue(), claims.getOrDefault(e.getKey(), Set.of())))
            .toList();
    return new ObjectsView(lastRead.flatMap(LastRead::viewTakenAt), lastRead, objects);
  }

  private static ObjectView view(ObjectKey key, String hash, Set<Claim> claims) {
    return new ObjectView(
        key.kind(),
        key.nativeId(),
        hash,
        claims.stream()
            .flatMap(claim -> claim.sources().stream())
            .map(Object::toString)
            .distinct()
            .sorted()
            .toList());
  }
}
