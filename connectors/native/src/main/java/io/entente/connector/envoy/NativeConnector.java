package io.entente.connector.envoy;

import io.entente.connector.spi.Applier;
import io.entente.connector.spi.Connector;
import io.entente.connector.spi.InventoryReader;
import io.entente.connector.spi.TelemetrySource;
import io.entente.model.dialect.Dialect;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One Envoy gateway, configured through our own control plane. Safe between threads. */
public final class NativeConnector implements Connector {

  private final GatewayId gateway;
  private final ResourceStore store;
  private final NativeControlPlane controlPlane;
  private final Dialect dialect;
  private final SortedMap<String, String> settings;

  /**
   * @param controlPlane shared by all Envoy gateways; closing a connector leaves it running
   * @param settings of the gateway's profile, such as {@code listener.address}
   */
  public NativeConnector(
      GatewayId gateway,
      ResourceStore store,
      NativeControlPlane controlPlane,
      Dialect dialect,
      SortedMap<String, String> settings) {
    this.gateway = gateway;
    this.store = store;
    this.controlPlane = controlPlane;
    this.dialect = dialect;
    this.settings = new TreeMap<>(settings);
  }

  @Override
  public GatewayId gateway() {
    return gateway;
  }

  /**
   * What the gateway's Envoys say of themselves. With several builds: the lowest version, and only
   * what all can do. Before any was seen the version is {@code unknown}.
   */
  @Override
  public GatewayProfile describe() {
    List<EnvoyBuild> builds = controlPlane.builds(gateway);
    String version =
        builds.stream()
            .map(EnvoyBuild::version)
            .min(Comparator.comparing(NativeConnector::numbers, Arrays::compare))
            .orElse(EnvoyBuild.UNKNOWN);
    SortedSet<String> capabilities =
        builds.stream()
            .map(EnvoyBuild::extensions)
            .reduce(
                (one, other) -> {
                  var both = new TreeSet<>(one);
                  both.retainAll(other);
                  return both;
                })
            .orElseGet(TreeSet::new);
    return new GatewayProfile(
        Vendor.ENVOY, "oss", version, Math.max(1, builds.size()), capabilities, settings);
  }

  @Override
  public InventoryReader inventory() {
    return new NativeInventoryReader(gateway, store);
  }

  @Override
  public Optional<Applier> applier() {
    return Optional.of(new NativeApplier(gateway, store, controlPlane, dialect));
  }

  @Override
  public List<TelemetrySource> telemetry() {
    return List.of(controlPlane.telemetry(gateway));
  }

  /** Stops taking this gateway's access log; its Envoys stay connected. */
  @Override
  public void close() {
    controlPlane.telemetry(gateway).close();
  }

  private static int[] numbers(String version) {
    return version.equals(EnvoyBuild.UNKNOWN)
        ? new int[0]
        : Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }
}
