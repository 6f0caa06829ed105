package io.entente.connector.kong;

import io.entente.connector.spi.Applier;
import io.entente.connector.spi.Connector;
import io.entente.connector.spi.InventoryReader;
import io.entente.connector.spi.Secrets;
import io.entente.connector.spi.TelemetrySource;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.identity.GatewayId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * One Kong Gateway 3.x, reached through its Admin API, with or without database. Opens no
 * connection before the first call; safe between threads.
 */
public final class KongConnector implements Connector {

  private final GatewayId gateway;
  private final KongConfig config;
  private final Secrets secrets;
  private final List<TelemetrySource> telemetry;
  private final AdminApi admin;
  private final NodeProfile node;
  private final Settling settling;

  public KongConnector(GatewayId gateway, KongConfig config, Secrets secrets) {
    this(gateway, config, secrets, List.of());
  }

  /**
   * @param telemetry what the gateway's traffic is observed by; closed with this connector
   */
  public KongConnector(
      GatewayId gateway, KongConfig config, Secrets secrets, List<TelemetrySource> telemetry) {
    this(gateway, config, secrets, telemetry, InstantSource.system());
  }

  KongConnector(
      GatewayId gateway,
      KongConfig config,
      Secrets secrets,
      List<TelemetrySource> telemetry,
      InstantSource clock) {
    this.gateway = gateway;
    this.config = config;
    this.secrets = secrets;
    this.telemetry = List.copyOf(telemetry);
    this.admin = new AdminApi(config, secrets);
    this.node = new NodeProfile(config, admin, clock);
    this.settling = new Settling(clock, config.nodes());
  }

  @Override
  public GatewayId gateway() {
    return gateway;
  }

  /**
   * Asks the node. Beside the operator's settings the profile's hold {@code database} ({@code
   * postgres} or {@code off}) and what the node says of other controllers.
   */
  @Override
  public GatewayProfile describe() {
    try {
      return node.ask().profile();
    } catch (AdminFailure e) {
      throw NodeProfile.unchecked(e);
    }
  }

  @Override
  public InventoryReader inventory() {
    return new KongInventoryReader(admin, node, secrets, config.maxParallel());
  }

  @Override
  public Optional<Applier> applier() {
    return Optional.of(new KongApplier(admin, node, secrets, settling, config));
  }

  @Override
  public List<TelemetrySource> telemetry() {
    return telemetry;
  }

  @Override
  public void close() {
    telemetry.forEach(TelemetrySource::close);
  }
}
