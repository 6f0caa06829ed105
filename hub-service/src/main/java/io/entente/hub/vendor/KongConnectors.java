package io.entente.hub.vendor;

import io.entente.connector.kong.ForeignControllers;
import io.entente.connector.kong.KongConfig;
import io.entente.connector.kong.KongConnector;
import io.entente.connector.spi.Connector;
import io.entente.hub.access.HubSecrets;
import io.entente.hub.estate.CalledWith;
import io.entente.hub.estate.ConnectorOpener;
import io.entente.hub.estate.ForeignWriter;
import io.entente.hub.estate.GatewayDocument;
import io.entente.hub.estate.VendorCredentials;
import io.entente.hub.ingest.IngestSettings;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.estate.Snapshot;
import io.entente.model.estate.Vendor;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.ApplyDomain;
import io.entente.model.tree.SecretRef;
import io.entente.translator.kong.dialect.KongDialect;
import io.entente.translator.kong.dialect.KongKinds;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Kongs, reached at their Admin API with the token stored for the gateway, or with none where none
 * is stored; their traffic comes to the ingest endpoint by itself.
 */
@ApplicationScoped
class KongConnectors implements ConnectorOpener {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int PARALLEL = 8;
  private static final String REQUESTS_PER_SECOND = "200";
  private static final String POLL_REQUESTS_PER_SECOND = "5";

  private final HubSecrets secrets;
  private final VendorCredentials credentials;
  private final IngestSettings ingest;

  KongConnectors(HubSecrets secrets, VendorCredentials credentials, IngestSettings ingest) {
    this.secrets = secrets;
    this.credentials = credentials;
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
    GatewayId id = gateway.gateway().id();
    settings.putAll(ingest.of(id));
    var config = config(gateway, requestsPerSecond, credential(gateway), settings);
    return new KongConnector(id, config, secrets);
  }

  @Override
  public Optional<Connector> openOnce(GatewayDocument gateway, CalledWith with) {
    GatewayId id = gateway.gateway().id();
    var credential =
        with instanceof CalledWith.Given
            ? Optional.of(HubSecrets.vendorCredential(id))
            : with instanceof CalledWith.Stored ? credential(gateway) : Optional.<SecretRef>empty();
    var config = config(gateway, REQUESTS_PER_SECOND, credential, gateway.settings());
    return Optional.of(new KongConnector(id, config, GivenSecrets.over(secrets, id, with)));
  }

  @Override
  public Set<String> firstKinds() {
    return Set.of(KongKinds.ROUTES, KongKinds.DECLARATIVE);
  }

  private Optional<SecretRef> credential(GatewayDocument gateway) {
    GatewayId id = gateway.gateway().id();
    var stored = credentials.find(id);
    stored.ifPresent(found -> found.requireFor(gateway));
    return stored.map(found -> HubSecrets.vendorCredential(id));
  }

  private static KongConfig config(
      GatewayDocument gateway,
      String requestsPerSecond,
      Optional<SecretRef> credential,
      SortedMap<String, String> settings) {
    return new KongConfig(
        URI.create(gateway.setting(GatewayDocument.ADMIN_URL).orElseThrow()),
        gateway.setting(GatewayDocument.STATUS_URL).map(URI::create),
        gateway.setting(GatewayDocument.NODES).map(Integer::parseInt).orElse(1),
        TIMEOUT,
        PARALLEL,
        Double.parseDouble(requestsPerSecond),
        credential,
        settings);
  }
}
