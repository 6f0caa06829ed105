package io.entente.hub.vendor;

import io.entente.connector.kong.ForeignControllers;
import io.entente.connector.kong.KongConfig;
import io.entente.connector.kong.KongConnector;
import io.entente.connector.spi.Connector;
import io.entente.hub.access.HubSecrets;
import io.entente.hub.estate.ConnectorOpener;
import io.entente.hub.estate.ForeignWriter;
import io.entente.hub.estate.GatewayDocument;
import io.entente.hub.ingest.IngestSettings;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.estate.Vendor;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ApplyDomain;
import io.entente.translator.kong.dialect.KongDialect;
import io.entente.translator.kong.dialect.KongKinds;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Kongs, reached at their Admin API; their traffic comes to the ingest endpoint by itself. */
@ApplicationScoped
class KongConnectors implements ConnectorOpener {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int PARALLEL = 8;
  private static final String REQUESTS_PER_SECOND = "200";
  private static final String POLL_REQUESTS_PER_SECOND = "5";

  private final HubSecrets secrets;
  private final IngestSettings ingest;

  KongConnectors(HubSecrets secrets, IngestSettings ingest) {
    this.secrets = secrets;
    this.ingest = ingest;
  }

  @Override
  public Vendor vendor() {
    return Vendor.KONG;
  }

  @Override
  public ApplyDomain domain() {
    return KongDialect.DOMAIN;
  }

  @Override
  public List<ForeignWriter> foreignWriters(
      Snapshot snapshot, SortedMap<ObjectKey, NativeObject> ours, GatewayProfile profile) {
    return ForeignControllers.detect(snapshot, profile).stream()
        .map(
            found ->
                new ForeignWriter(
                    found.kind().name(), found.evidence(), found.whatItWouldOverwrite()))
        .toList();
  }

  @Override
  public Set<String> watchedKinds() {
    return Set.of(KongKinds.PLUGINS, KongKinds.DECLARATIVE);
  }

  @Override
  public Connector open(GatewayDocument gateway) {
    return open(
        gateway, gateway.setting(GatewayDocument.REQUESTS_PER_SECOND).orElse(REQUESTS_PER_SECOND));
  }

  @Override
  public Connector openForPolling(GatewayDocument gateway) {
    return open(
        gateway,
        gateway.setting(GatewayDocument.POLL_REQUESTS_PER_SECOND).orElse(POLL_REQUESTS_PER_SECOND));
  }

  private Connector open(GatewayDocument gateway, String requestsPerSecond) {
    var settings = new TreeMap<>(gateway.settings());
    settings.putAll(ingest.of(gateway.gateway().id()));
    var config =
        new KongConfig(
            URI.create(gateway.setting(GatewayDocument.ADMIN_URL).orElseThrow()),
            gateway.setting(GatewayDocument.STATUS_URL).map(URI::create),
            gateway.setting(GatewayDocument.NODES).map(Integer::parseInt).orElse(1),
            TIMEOUT,
            PARALLEL,
            Double.parseDouble(requestsPerSecond),
            settings);
    return new KongConnector(gateway.gateway().id(), config, secrets);
  }
}
