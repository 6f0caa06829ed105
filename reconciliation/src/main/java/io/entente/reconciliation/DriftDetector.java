package io.entente.reconciliation;

import io.entente.model.dialect.Dialect;
import io.entente.model.estate.Snapshot;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Compares what we applied last with what a gateway holds, inside our claims only. */
public final class DriftDetector {

  private DriftDetector() {}

  /**
   * Every place inside the claims of {@code lastApplied} that differs, by object and path. From a
   * snapshot that is not Complete an absent object is not reported, as it may merely not have been
   * read: an empty answer then does not mean that there is no drift.
   */
  public static List<Drift> detect(
      Dialect dialect, SortedMap<ObjectKey, NativeObject> lastApplied, Snapshot observed) {
    var found = new ArrayList<Drift>();
    for (NativeObject ours : lastApplied.values()) {
      var now = Optional.ofNullable(observed.objects().get(ours.key()));
      if (now.isPresent() || observed.complete()) {
        found.addAll(detect(dialect, ours, now));
      }
    }
    return List.copyOf(found);
  }

  private static List<Drift> detect(
      Dialect dialect, NativeObject ours, Optional<NativeObject> now) {
    var was = dialect.canonicalise(ours.key(), ours.content());
    Optional<Content> is = now.map(o -> dialect.canonicalise(o.key(), o.content()));
    return TreeDiff.diff(dialect, ours.key(), Optional.of(was), is, ours.claims()).stream()
        .map(d -> drift(d, ours.claims()))
        .toList();
  }

  private static Drift drift(Difference difference, Set<Claim> claims) {
    var kind =
        difference.kind() == DifferenceKind.REMOVED
            ? DriftKind.FOREIGN_DELETE
            : DriftKind.FOREIGN_EDIT;
    return new Drift(
        difference.key(),
        difference.path(),
        kind,
        difference.from(),
        difference.to(),
        PlaceSources.of(difference.path(), claims));
  }
}
