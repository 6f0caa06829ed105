package io.entente.hub.estate;

import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
      Optional<Snapshot> snapshot, Optional<LastRead> lastRead, Map<ObjectKey, Set<Claim>> claims) {
    List<ObjectView> objects =
        snapshot.stream()
            .flatMap(s -> s.objects().values().stream())
            .map(object -> view(object, claims.getOrDefault(object.key(), Set.of())))
            .toList();
    return new ObjectsView(snapshot.map(Snapshot::takenAt), lastRead, objects);
  }

  private static ObjectView view(NativeObject object, Set<Claim> claims) {
    return new ObjectView(
        object.key().kind(),
        object.key().nativeId(),
        object.content().hash().hex(),
        claims.stream()
            .flatMap(claim -> claim.sources().stream())
            .map(Object::toString)
            .distinct()
            .sorted()
            .toList());
  }
}
