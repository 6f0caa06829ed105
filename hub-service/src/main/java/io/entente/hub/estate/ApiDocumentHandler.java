package io.entente.hub.estate;

import io.entente.model.estate.Api;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.policy.document.ApiDocuments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes Api documents in; the gateways they name must be known. */
@ApplicationScoped
class ApiDocumentHandler implements DocumentKindHandler {
  static final String KIND = "Api";

  private final Documents documents;

  ApiDocumentHandler(Documents documents) {
    this.documents = documents;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void check(Node document) {
    ApiDocuments.read(document, 1);
  }

  @Override
  public Uni<AppliedDocument> apply(Node document, String actor) {
    Api api = ApiDocuments.read(document, 1);
    return documents
        .list(GatewayDocumentHandler.KIND)
        .chain(
            gateways -> {
              requireKnown(
                  api, gateways.stream().map(StoredDocument::name).collect(Collectors.toSet()));
              return documents.put(KIND, api.name().value(), document, actor);
            });
  }

  private static void requireKnown(Api api, Set<String> known) {
    List<Problem> problems = new ArrayList<>();
    for (var gateway : api.gateways()) {
      if (!known.contains(gateway.value())) {
        problems.add(
            Problem.user(
                "GATEWAY_UNKNOWN",
                "Gateway " + gateway + " is not known.",
                "spec.gateways",
                gateway.value(),
                "Apply its Gateway document first, or in the same request."));
      }
    }
    if (!problems.isEmpty()) {
      throw new ProblemException(problems);
    }
  }
}
