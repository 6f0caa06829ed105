package io.entente.connector.apigee;

import io.entente.connector.spi.Applier;
import io.entente.connector.spi.Connector;
import io.entente.connector.spi.InventoryReader;
import io.entente.connector.spi.TelemetrySource;
import io.entente.model.estate.GatewayProfile;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import io.entente.translator.apigee.dialect.ApigeeNames;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The connector, not telling what Apigee says of flows and proxies of ours beside their bundles:
 * such facts come and go with them, nobody writes them, and the contract would take them for
 * orphans.
 */
record WithoutOwnFacts(Connector connector) implements Connector {

  private static final Set<String> FACTS =
      Set.of(ApigeeKinds.API_METADATA, ApigeeKinds.SHAREDFLOW_METADATA);

  @Override
  public GatewayId gateway() {
    return connector.gateway();
  }

  @Override
  public GatewayProfile describe() {
    return connector.describe();
  }

  @Override
  public InventoryReader inventory() {
    return (scope, sink) ->
        connector
            .inventory()
            .read(
                scope,
                page -> sink.page(page.stream().filter(object -> !ownFact(object.key())).toList()));
  }

  @Override
  public Optional<Applier> applier() {
    return connector.applier();
  }

  @Override
  public List<TelemetrySource> telemetry() {
    return connector.telemetry();
  }

  @Override
  public void close() {
    connector.close();
  }

  private static boolean ownFact(ObjectKey key) {
    return FACTS.contains(key.kind()) && ApigeeNames.isOurs(key.nativeId());
  }
}
