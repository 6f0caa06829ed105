package io.entente.hub.estate;

import io.entente.hub.problem.Missing;
import io.entente.model.estate.Api;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.ProblemException;
import io.entente.policy.document.ApiDocuments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The gateways and APIs of the hub's tenant as they stand. Blocks: worker threads only. */
@ApplicationScoped
public class Estate {
  private final Documents documents;
  private final Tenant tenant;

  public Estate(Documents documents, Tenant tenant) {
    this.documents = documents;
    this.tenant = tenant;
  }

  public Tenant tenant() {
    return tenant;
  }

  /** By name. */
  public List<GatewayDocument> gateways() {
    return ReactiveWork.reading(() -> documents.list(GatewayDocumentHandler.KIND)).stream()
        .map(this::gateway)
        .toList();
  }

  public Optional<GatewayDocument> gateway(GatewayId id) {
    return ReactiveWork.reading(() -> documents.current(GatewayDocumentHandler.KIND, id.value()))
        .map(this::gateway);
  }

  /**
   * The gateway.
   *
   * @throws ProblemException GATEWAY_NOT_FOUND
   */
  public GatewayDocument requireGateway(GatewayId id) {
    return gateway(id).orElseThrow(() -> Missing.gateway(id.value()));
  }

  /** By name. */
  public List<Api> apis() {
    return ReactiveWork.reading(() -> documents.list(ApiDocumentHandler.KIND)).stream()
        .map(stored -> ApiDocuments.read(stored.body(), stored.version()))
        .toList();
  }

  /** The APIs bound to a gateway, by name. */
  public List<Api> apisOn(GatewayId gateway) {
    return apis().stream().filter(api -> api.isOn(gateway)).toList();
  }

  public Optional<Api> api(ApiName name) {
    return ReactiveWork.reading(() -> documents.current(ApiDocumentHandler.KIND, name.value()))
        .map(stored -> ApiDocuments.read(stored.body(), stored.version()));
  }

  private GatewayDocument gateway(StoredDocument stored) {
    return GatewayDocuments.read(stored.body(), stored.version(), tenant);
  }
}
