package io.entente.hub.estate;

import io.entente.connector.spi.Connector;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ApplyDomain;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Opens connectors to gateways of one vendor. Opening does no I/O. */
public interface ConnectorOpener {

  Vendor vendor();

  /** What converges together on a gateway of this vendor. */
  ApplyDomain domain();

  /**
   * Who else writes to the gateway, as far as it shows.
   *
   * @param ours objects with the parts of ours that were applied last
   */
  default List<ForeignWriter> foreignWriters(
      Snapshot snapshot, SortedMap<ObjectKey, NativeObject> ours, GatewayProfile profile) {
    return List.of();
  }

  /** A connector of its own for the gateway; the caller closes it. */
  Connector open(GatewayDocument gateway);

  /** The same for reading at the schedule's own, lower pace. */
  default Connector openForPolling(GatewayDocument gateway) {
    return open(gateway);
  }

  /**
   * A connector for one test of what a document says; it observes no traffic. Empty where the
   * gateway comes to the hub by itself.
   */
  default Optional<Connector> openOnce(GatewayDocument gateway, CalledWith credential) {
    return Optional.empty();
  }

  /** Kinds that tell cheaply whether the gateway may be read. */
  default Set<String> firstKinds() {
    return Set.of();
  }

  /**
   * Kinds that are read at every poll besides those of objects we own, where reading everything is
   * much work; the rest is read less often. Empty where everything is read at every poll.
   */
  default Set<String> watchedKinds() {
    return Set.of();
  }
}
