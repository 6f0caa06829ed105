package io.entente.hub.estate;

import io.entente.connector.spi.NodeState;
import io.entente.model.estate.Api;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.Claim;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is shown of gateways, and how one ends. Blocks. */
@ApplicationScoped
public class Gateways {
  private final Estate estate;
  private final Documents documents;
  private final SnapshotStore snapshots;
  private final Connectors connectors;
  private final CredentialStore credentials;
  private final VendorCredentials vendorCredentials;
  private final Instance<ClaimView> claims;

  public Gateways(
      Estate estate,
      Documents documents,
      SnapshotStore snapshots,
      Connectors connectors,
      CredentialStore credentials,
      VendorCredentials vendorCredentials,
      Instance<ClaimView> claims) {
    this.estate = estate;
    this.documents = documents;
    this.snapshots = snapshots;
    this.connectors = connectors;
    this.credentials = credentials;
    this.vendorCredentials = vendorCredentials;
    this.claims = claims;
  }

  public List<GatewayView> list() {
    return estate.gateways().stream().map(this::view).toList();
  }

  public GatewayView get(GatewayId id) {
    return view(estate.requireGateway(id));
  }

  /** The data-plane processes and how far each is. */
  public List<NodeState> nodes(GatewayId id) {
    var gateway = estate.requireGateway(id);
    return connectors
        .open(gateway)
        .applier()
        .map(applier -> applier.convergence(connectors.domain(gateway)).nodes())
        .orElse(List.of());
  }

  /**
   * What the gateway says of itself now.
   *
   * @throws ProblemException when it cannot be asked
   */
  public ConnectionTest.Found profile(GatewayId id) {
    return ConnectionTest.Found.of(connectors.open(estate.requireGateway(id)).describe());
  }

  /** Who else writes to the gateway, as far as the last complete read shows. */
  public List<ForeignWriter> writers(GatewayId id) {
    var gateway = estate.requireGateway(id);
    return snapshots
        .latest(estate.tenant(), id)
        .map(snapshot -> connectors.foreignWriters(gateway, snapshot))
        .orElse(List.of());
  }

  public ObjectsView objects(GatewayId id) {
    estate.requireGateway(id);
    Map<ObjectKey, Set<Claim>> ours =
        claims.isResolvable() ? claims.get().claims(estate.tenant(), id) : Map.of();
    return ObjectsView.of(
        snapshots.hashes(estate.tenant(), id), snapshots.lastRead(estate.tenant(), id), ours);
  }

  /**
   * Ends a gateway: its credentials are revoked, what it is called with is forgotten, and it is
   * read no more. What it runs stays as it is.
   *
   * @throws ProblemException GATEWAY_NOT_FOUND, or GATEWAY_IN_USE while an Api names it
   */
  public void delete(GatewayId id, String actor) {
    estate.requireGateway(id);
    List<String> users = estate.apisOn(id).stream().map(Api::name).map(Object::toString).toList();
    if (!users.isEmpty()) {
      throw new ProblemException(
          Problem.user(
              "GATEWAY_IN_USE",
              "APIs name gateway " + id + ": " + String.join(", ", users) + ".",
              "gateway",
              id.value(),
              "Take the gateway out of these Api documents first."));
    }
    ReactiveWork.inTransaction(
        () -> documents.delete(GatewayDocumentHandler.KIND, id.value(), actor));
    credentials.valid(id).forEach(credential -> credentials.revoke(id, credential.id(), actor));
    vendorCredentials.delete(id, actor);
    connectors.close(id);
    snapshots.forget(estate.tenant(), id);
  }

  private GatewayView view(GatewayDocument document) {
    return GatewayView.of(document, snapshots.lastRead(estate.tenant(), document.gateway().id()));
  }
}
