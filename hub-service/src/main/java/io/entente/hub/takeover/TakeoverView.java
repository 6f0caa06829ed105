package io.entente.hub.takeover;

import io.entente.model.identity.PolicyName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that policies took over.
 *
 * @param place where it is
 * @param policies that were read out of it
 * @param releasedAt when it was given back
 */
public record TakeoverView(
    long id,
    String gateway,
    String place,
    List<String> policies,
    String by,
    Instant at,
    Optional<String> releasedBy,
    Optional<Instant> releasedAt) {

  static TakeoverView of(StoredTakeover stored) {
    return new TakeoverView(
        stored.takeover().id(),
        stored.gateway().value(),
        stored.takeover().theirs().toString(),
        stored.policies().stream().map(PolicyName::value).toList(),
        stored.by(),
        stored.at(),
        stored.released().map(StoredTakeover.Release::by),
        stored.released().map(StoredTakeover.Release::at));
  }
}
