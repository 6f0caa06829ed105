package io.entente.connector.apigee;

import io.entente.connector.apigee.stats.StatsReader;
import io.entente.connector.spi.AggregateReader;
import io.entente.connector.spi.Applier;
import io.entente.connector.spi.Blobs;
import io.entente.connector.spi.Connector;
import io.entente.connector.spi.InventoryReader;
import io.entente.connector.spi.Secrets;
import io.entente.connector.spi.TelemetrySource;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * One environment of an Apigee organisation, X or hybrid, reached over the management API. Opens no
 * connection before the first call; safe between threads.
 */
public final class ApigeeConnector implements Connector {

  private final GatewayId gateway;
  private final List<TelemetrySource> telemetry;
  private final EnvironmentProfile profile;
  private final InventoryReader reader;
  private final Applier applier;
  private final AggregateReader aggregates;

  public ApigeeConnector(GatewayId gateway, ApigeeConfig config, Secrets secrets, Blobs blobs) {
    this(gateway, config, secrets, blobs, List.of());
  }

  /**
   * @param telemetry what the gateway's traffic is observed by; closed with this connector
   */
  public ApigeeConnector(
      GatewayId gateway,
      ApigeeConfig config,
      Secrets secrets,
      Blobs blobs,
      List<TelemetrySource> telemetry) {
    this(gateway, config, secrets, blobs, telemetry, InstantSource.system(), Patience.USUAL);
  }

  ApigeeConnector(
      GatewayId gateway,
      ApigeeConfig config,
      Secrets secrets,
      Blobs blobs,
      List<TelemetrySource> telemetry,
      InstantSource clock,
      Patience patience) {
    this.gateway = gateway;
    this.telemetry = List.copyOf(telemetry);
    var client = new ApigeeClient(config, secrets);
    var bundleSecrets = new BundleSecrets(secrets, config.settings());
    var proxies = new Bundles(client.proxies(), blobs, bundleSecrets);
    var flows = new Bundles(client.sharedFlows(), blobs, bundleSecrets);
    var facts = new Facts(secrets);
    this.profile = new EnvironmentProfile(config, client);
    var stats = new EnvironmentStats(client.api(), config, profile);
    this.aggregates = new StatsReader(stats, stats::unavailable);
    this.reader =
        new ApigeeInventoryReader(
            new OrganizationRead(client.organization(), config.organization(), facts),
            new EnvironmentRead(client.environment(), config.environment(), facts),
            new BundleRead(proxies, facts),
            new BundleRead(flows, facts));
    this.applier =
        new ApigeeApplier(
            config,
            client,
            proxies,
            flows,
            bundleSecrets,
            patience,
            new Converging(client, proxies, profile, clock));
  }

  @Override
  public GatewayId gateway() {
    return gateway;
  }

  /** Asks the organisation. The profile's settings are the operator's and what was asked. */
  @Override
  public GatewayProfile describe() {
    try {
      return profile.ask();
    } catch (ApigeeFailure e) {
      throw new ProblemException(e.problem());
    }
  }

  @Override
  public InventoryReader inventory() {
    return reader;
  }

  @Override
  public Optional<Applier> applier() {
    return Optional.of(applier);
  }

  @Override
  public List<TelemetrySource> telemetry() {
    return telemetry;
  }

  @Override
  public Optional<AggregateReader> aggregates() {
    return Optional.of(aggregates);
  }

  @Override
  public void close() {
    telemetry.forEach(TelemetrySource::close);
  }
}
