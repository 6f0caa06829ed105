package io.entente.hub.policy;

import io.entente.engine.RuleTexts;
import io.entente.hub.estate.AppliedDocument;
import io.entente.hub.estate.DocumentKindHandler;
import io.entente.hub.estate.Documents;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.policy.document.DocumentHeader;
import io.entente.policy.document.PolicyDocuments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes Policy documents in. */
@ApplicationScoped
public class PolicyKindHandler implements DocumentKindHandler {

  public static final String KIND = "Policy";

  private final Documents documents;

  public PolicyKindHandler(Documents documents) {
    this.documents = documents;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void check(Node document) {
    RuleTexts.problem(PolicyDocuments.read(document, 1))
        .ifPresent(
            problem -> {
              throw new ProblemException(problem);
            });
  }

  @Override
  public Uni<AppliedDocument> apply(Node document, String actor) {
    return documents.put(KIND, DocumentHeader.of(document).name(), document, actor);
  }
}
