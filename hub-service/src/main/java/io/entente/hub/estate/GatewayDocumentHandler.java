package io.entente.hub.estate;

import io.entente.hub.outbound.OutboundGuard;
import io.entente.model.identity.Tenant;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes Gateway documents in. */
@ApplicationScoped
class GatewayDocumentHandler implements DocumentKindHandler {
  static final String KIND = "Gateway";

  private final Documents documents;
  private final OutboundGuard guard;
  private final Tenant tenant;

  GatewayDocumentHandler(Documents documents, OutboundGuard guard, Tenant tenant) {
    this.documents = documents;
    this.guard = guard;
    this.tenant = tenant;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void check(Node document) {
    GatewayAddresses.of(GatewayDocuments.read(document, 1, tenant)).requireText(guard);
  }

  @Override
  public Uni<AppliedDocument> apply(Node document, String actor) {
    GatewayDocument wanted = GatewayDocuments.read(document, 1, tenant);
    String name = wanted.gateway().id().value();
    return documents
        .current(KIND, name)
        .chain(
            current -> {
              current.ifPresent(stored -> requireSameVendor(stored, wanted));
              return documents.put(KIND, name, document, actor);
            });
  }

  private void requireSameVendor(StoredDocument stored, GatewayDocument wanted) {
    var is = GatewayDocuments.read(stored.body(), stored.version(), tenant).gateway().vendor();
    if (is != wanted.gateway().vendor()) {
      throw new ProblemException(
          Problem.user(
              "GATEWAY_VENDOR_FIXED",
              "Gateway " + wanted.gateway().id() + " is of vendor " + is.label() + ".",
              "spec.vendor",
              wanted.gateway().vendor().label(),
              "Delete the gateway first, or use another name."));
    }
  }
}
