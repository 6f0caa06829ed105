package io.entente.hub.estate;

import io.entente.connector.spi.Applier;
import io.entente.connector.spi.Connector;
import io.entente.connector.spi.InventoryReader;
import io.entente.connector.spi.TelemetrySource;
import io.entente.hub.outbound.OutboundGuard;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.identity.GatewayId;
import java.util.List;
import java.util.Optional;

/**
 * Lets a connector be used only as long as its addresses may be called. A name is asked for before
 * each use; what it then led to stays in this process's cache for the calls that follow.
 */
final class GuardedConnector implements Connector {
  private final Connector inner;
  private final GatewayAddresses addresses;
  private final OutboundGuard guard;

  GuardedConnector(Connector inner, GatewayAddresses addresses, OutboundGuard guard) {
    this.inner = inner;
    this.addresses = addresses;
    this.guard = guard;
  }

  @Override
  public GatewayId gateway() {
    return inner.gateway();
  }

  @Override
  public GatewayProfile describe() {
    addresses.require(guard);
    return inner.describe();
  }

  @Override
  public InventoryReader inventory() {
    addresses.require(guard);
    return inner.inventory();
  }

  @Override
  public Optional<Applier> applier() {
    addresses.require(guard);
    return inner.applier();
  }

  @Override
  public List<TelemetrySource> telemetry() {
    addresses.requireText(guard);
    return inner.telemetry();
  }

  @Override
  public void close() {
    inner.close();
  }
}
