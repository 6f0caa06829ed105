package io.entente.policy.document;

import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.tree.Node;
import io.entente.policy.Policy;
import io.entente.policy.PolicySpec;
import java.util.List;

/** Policy documents to and from the model. Pure; safe to share between threads. */
public final class PolicyDocuments {

  private static final String KIND = "Policy";

  private static final DocumentShape<PolicySpec> SHAPE =
      DocumentShape.of(List.of(KIND), PolicySpecShape.SHAPE);

  private PolicyDocuments() {}

  /**
   * Reads one document.
   *
   * @param version counts from 1
   * @throws io.entente.model.problem.ProblemException every problem of the document
   */
  public static Policy read(Node document, int version) {
    var read = SHAPE.read(document);
    return new Policy(
        new PolicyVersion(new PolicyName(read.header().name()), version),
        read.header().labels(),
        read.spec());
  }

  /** The document that reads back as {@code policy}, every field written out. */
  public static Node write(Policy policy) {
    return SHAPE.write(
        new DocumentShape.Document<>(
            new DocumentHeader(
                DocumentHeader.API_VERSION, KIND, policy.id().policy().value(), policy.labels()),
            policy.spec()));
  }

  /** JSON Schema 2020-12 of the document, without its dialect and title. */
  public static Node.Obj schema() {
    return SHAPE.schema();
  }
}
