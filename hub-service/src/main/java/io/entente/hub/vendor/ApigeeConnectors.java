package io.entente.hub.vendor;

import io.entente.connector.apigee.ApigeeConfig;
import io.entente.connector.apigee.ApigeeConnector;
import io.entente.connector.apigee.ForeignControllers;
import io.entente.connector.spi.Blobs;
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
import io.entente.translator.apigee.dialect.ApigeeKinds;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Environments of Apigee, reached at Google's management API with the credential stored for the
 * gateway, or with the identity of the machine where none is stored.
 */
@ApplicationScoped
class ApigeeConnectors implements ConnectorOpener {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String REQUESTS_PER_SECOND = "20";

  private final HubSecrets secrets;
  private final VendorCredentials credentials;
  private final Blobs blobs;
  private final IngestSettings ingest;

  ApigeeConnectors(
      HubSecrets secrets, VendorCredentials credentials, Blobs blobs, IngestSettings ingest) {
    this.secrets = secrets;
    this.credentials = credentials;
    this.blobs = blobs;
    this.ingest = ingest;
  }

  @Override
  public Vendor vendor() {
    return Vendor.APIGEE;
  }

  @Override
  public ApplyDomain domain() {
    return new ApplyDomain("organization");
  }

  @Override
  public List<ForeignWriter> foreignWriters(
      Snapshot snapshot, SortedMap<ObjectKey, NativeObject> ours, GatewayProfile profile) {
    return ForeignControllers.detect(snapshot, ours, profile).stream()
        .map(
            found ->
                new ForeignWriter(
                    found.kind().name(), found.evidence(), found.whatItWouldOverwrite()))
        .toList();
  }

  @Override
  public Connector open(GatewayDocument gateway) {
    GatewayId id = gateway.gateway().id();
    var settings = new TreeMap<>(gateway.settings());
    settings.putAll(ingest.of(id));
    return new ApigeeConnector(id, config(gateway, credential(gateway), settings), secrets, blobs);
  }

  @Override
  public Optional<Connector> openOnce(GatewayDocument gateway, CalledWith with) {
    GatewayId id = gateway.gateway().id();
    var credential =
        with instanceof CalledWith.Given
            ? Optional.of(HubSecrets.vendorCredential(id))
            : with instanceof CalledWith.Stored ? credential(gateway) : Optional.<SecretRef>empty();
    var config = config(gateway, credential, gateway.settings());
    return Optional.of(
        new ApigeeConnector(id, config, GivenSecrets.over(secrets, id, with), blobs));
  }

  @Override
  public Set<String> firstKinds() {
    return Set.of(ApigeeKinds.ENVIRONMENTS, ApigeeKinds.TARGETSERVERS);
  }

  private Optional<SecretRef> credential(GatewayDocument gateway) {
    GatewayId id = gateway.gateway().id();
    var stored = credentials.find(id);
    stored.ifPresent(found -> found.requireFor(gateway));
    return stored.map(found -> HubSecrets.vendorCredential(id));
  }

  private static ApigeeConfig config(
      GatewayDocument gateway, Optional<SecretRef> credential, SortedMap<String, String> settings) {
    return new ApigeeConfig(
        gateway.setting(GatewayDocument.ORGANIZATION).orElseThrow(),
        gateway.setting(GatewayDocument.ENVIRONMENT).orElseThrow(),
        gateway.setting(GatewayDocument.ENDPOINT).map(URI::create).orElse(ApigeeConfig.GLOBAL),
        credential,
        TIMEOUT,
        Double.parseDouble(
            gateway.setting(GatewayDocument.REQUESTS_PER_SECOND).orElse(REQUESTS_PER_SECOND)),
        settings);
  }
}
