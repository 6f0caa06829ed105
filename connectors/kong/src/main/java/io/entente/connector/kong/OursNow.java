package io.entente.connector.kong;

import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.Node;
import io.entente.translator.kong.KongNames;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one collection holds of what is tagged as ours, read in pages right before a group of steps:
 * a page shows a thousand entities in one call. What it shows is taken for two seconds. Safe
 * between threads.
 */
final class OursNow {

  /** Longest time between the beginning of this read and a write that relies on it. */
  static final Duration FRESH = Duration.ofSeconds(2);

  /** A page more costs more than the steps' own reads when there are fewer of them to spare. */
  private static final int STEPS_A_PAGE = 100;

  private static final Set<KongCollection> TAGGED =
      EnumSet.of(
          KongCollection.SERVICES,
          KongCollection.ROUTES,
          KongCollection.PLUGINS,
          KongCollection.CONSUMERS,
          KongCollection.UPSTREAMS);

  private final Map<String, Node> entities;
  private final boolean complete;
  private final long begun;
  private final LongSupplier nanos;

  private OursNow(Map<String, Node> entities, boolean complete, long begun, LongSupplier nanos) {
    this.entities = entities;
    this.complete = complete;
    this.begun = begun;
    this.nanos = nanos;
  }

  /** Nothing was read: every step has to look for itself. */
  static OursNow unread() {
    return new OursNow(Map.of(), false, 0, () -> 0);
  }

  /** Whether lists of this kind can be had by tag, and entities of it be made by POST. */
  static boolean covers(String kind) {
    return KongCollection.find(kind).filter(TAGGED::contains).isPresent();
  }

  /**
   * Reads no more pages than are worth it for {@code steps} steps.
   *
   * @param nanos a clock, in nanoseconds
   * @throws AdminFailure when the list cannot be read
   */
  static OursNow read(AdminApi admin, String kind, int steps, LongSupplier nanos)
      throws AdminFailure {
    long begun = nanos.getAsLong();
    var entities = new HashMap<String, Node>();
    @Nullable String offset = null;
    for (int left = Math.max(1, steps / STEPS_A_PAGE); left > 0; left--) {
      String from = offset;
      String what = "GET /" + kind;
      var page =
          admin.read(
              what,
              () -> admin.entities().listEntities(kind, CollectionRead.PAGE, from, KongNames.TAG));
      if (page == null || page.getData() == null) {
        throw Failures.strange(what, "a page without data");
      }
      page.getData().forEach(raw -> Trees.text(raw, "id").ifPresent(id -> entities.put(id, raw)));
      offset = page.getOffset();
      if (page.getNext() == null || offset == null) {
        return new OursNow(entities, page.getNext() == null, begun, nanos);
      }
    }
    return new OursNow(entities, false, begun, nanos);
  }

  /** Whether everything of ours was seen, however long ago. */
  boolean complete() {
    return complete;
  }

  /** The entity with its secrets, while what was read may be relied on. */
  Optional<Node> entity(ObjectKey key) {
    return nanos.getAsLong() - begun < FRESH.toNanos()
        ? Optional.ofNullable(entities.get(key.nativeId()))
        : Optional.empty();
  }

  /** Nothing of ours has this id; somebody else's may. */
  boolean lacks(ObjectKey key) {
    return complete && !entities.containsKey(key.nativeId());
  }
}
