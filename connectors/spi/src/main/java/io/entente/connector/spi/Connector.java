package io.entente.connector.spi;

import io.entente.model.estate.GatewayProfile;
import io.entente.model.identity.GatewayId;
import java.util.List;
import java.util.Optional;

/**
 * One gateway, as Entente reaches it. The hub opens one connector per gateway and closes it once.
 * {@link #describe} may be called at any time from any worker thread.
 */
public interface Connector extends AutoCloseable {

  GatewayId gateway();

  /**
   * What the gateway is, asked of the gateway itself.
   *
   * @throws io.entente.model.problem.ProblemException when it cannot be reached or understood
   */
  GatewayProfile describe();

  InventoryReader inventory();

  /** Absent where the gateway can only be observed. */
  Optional<Applier> applier();

  List<TelemetrySource> telemetry();

  /** What the vendor counts by itself; empty where it does not, or cannot be asked. */
  default Optional<AggregateReader> aggregates() {
    return Optional.empty();
  }

  @Override
  void close();
}
