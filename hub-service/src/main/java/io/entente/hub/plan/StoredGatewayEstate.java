package io.entente.hub.plan;

import io.entente.connector.spi.Connector;
import io.entente.hub.estate.Connectors;
import io.entente.hub.estate.Estate;
import io.entente.hub.estate.ForeignWriter;
import io.entente.hub.estate.Inventory;
import io.entente.hub.estate.SnapshotStore;
import io.entente.hub.policy.Policies;
import io.entente.model.estate.Api;
import io.entente.model.estate.Gateway;
import io.entente.model.estate.Snapshot;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.NativeObject;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.policy.Policy;
import io.entente.reconciliation.Adoption;
import io.entente.reconciliation.Takeover;
import io.entente.translator.Translator;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The hub's own estate. */
@Singleton
public final class StoredGatewayEstate implements GatewayEstate {

  private final Estate estate;
  private final Policies policies;
  private final Connectors connectors;
  private final Inventory inventory;
  private final SnapshotStore snapshots;
  private final DecidedDrift decided;
  private final TakenOverThings takenOver;

  public StoredGatewayEstate(
      Estate estate,
      Policies policies,
      Connectors connectors,
      Inventory inventory,
      SnapshotStore snapshots,
      DecidedDrift decided,
      TakenOverThings takenOver) {
    this.estate = estate;
    this.policies = policies;
    this.connectors = connectors;
    this.inventory = inventory;
    this.snapshots = snapshots;
    this.decided = decided;
    this.takenOver = takenOver;
  }

  @Override
  public Gateway gateway(GatewayId id) {
    return estate.requireGateway(id).gateway();
  }

  @Override
  public List<Api> apis(GatewayId id) {
    return estate.apisOn(id);
  }

  @Override
  public List<Policy> policies() {
    return policies.current();
  }

  @Override
  public Translator translator(GatewayId id) {
    var vendor = gateway(id).vendor();
    return ServiceLoader.load(Translator.class, StoredGatewayEstate.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(found -> found.vendor() == vendor)
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.user(
                        "VENDOR_NOT_TRANSLATED",
                        "This hub cannot translate for " + vendor.label() + ".",
                        "spec.vendor",
                        vendor.label(),
                        "Observe this gateway, or install the translator of its vendor.")));
  }

  @Override
  public Connector connector(GatewayId id) {
    return connectors.open(estate.requireGateway(id));
  }

  @Override
  public SortedMap<ObjectKey, NativeObject> lastObserved(GatewayId id) {
    return snapshots.latest(estate.tenant(), id).map(Snapshot::objects).orElseGet(TreeMap::new);
  }

  @Override
  public List<Adoption> adoptions(GatewayId id) {
    return decided.adoptions(id);
  }

  @Override
  public List<Takeover> takeovers(GatewayId id) {
    return takenOver.of(id);
  }

  @Override
  public List<ForeignWriter> foreignWriters(GatewayId id, Snapshot observed) {
    return connectors.foreignWriters(estate.requireGateway(id), observed);
  }

  @Override
  public Snapshot refresh(GatewayId id) {
    return inventory.refresh(id);
  }
}
