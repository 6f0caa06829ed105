package io.entente.hub.discovery;

import io.entente.hub.estate.Estate;
import io.entente.hub.estate.SnapshotStore;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What gateways hold, by their last complete reads. A read that found nothing new is not looked
 * through again. Blocks; safe for any thread.
 */
@Singleton
public final class Discovered {

  private final Estate estate;
  private final SnapshotStore snapshots;
  private final Map<GatewayId, Seen> seen = new ConcurrentHashMap<>();

  public Discovered(Estate estate, SnapshotStore snapshots) {
    this.estate = estate;
    this.snapshots = snapshots;
  }

  private record Seen(long view, Findings findings) {}

  /**
   * What is known of one gateway.
   *
   * @param view names the picture; another one, another name
   * @param at when everything shown was read last; empty before the first complete read
   */
  public record Known(long view, Optional<Instant> at, Findings findings) {}

  public Known of(Gateway gateway) {
    var id = gateway.id();
    OptionalLong view = snapshots.view(estate.tenant(), id);
    if (view.isEmpty()) {
      seen.remove(id);
      return new Known(0, Optional.empty(), Findings.NONE);
    }
    Seen known = seen.get(id);
    if (known == null || known.view() != view.getAsLong()) {
      SortedMap<ObjectKey, NativeObject> objects =
          snapshots.latest(estate.tenant(), id).map(Snapshot::objects).orElseGet(TreeMap::new);
      known = new Seen(view.getAsLong(), read(gateway, objects));
      seen.put(id, known);
    }
    return new Known(
        known.view(),
        snapshots.lastRead(estate.tenant(), id).flatMap(read -> read.viewTakenAt()),
        known.findings());
  }

  private static Findings read(Gateway gateway, SortedMap<ObjectKey, NativeObject> observed) {
    return switch (gateway.vendor()) {
      case KONG -> KongFindings.of(gateway.id(), observed);
      case APIGEE -> ApigeeFindings.of(observed);
      case ENVOY -> EnvoyFindings.of(observed);
    };
  }
}
