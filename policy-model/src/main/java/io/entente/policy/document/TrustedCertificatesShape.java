package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.CaCertificate;
import io.entente.policy.Mtls;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.Shape;
import java.util.List;
import java.util.Optional;

/** Certificates of some authorities. Two that differ in line breaks are the same. */
record TrustedCertificatesShape() implements Shape<List<CaCertificate>> {

  private static final ListShape<CaCertificate> CERTIFICATES =
      ListShape.distinct(new CaCertificateShape(), 1);

  @Override
  public Optional<List<CaCertificate>> read(Node node, NodePath path, Findings findings) {
    if (node instanceof Node.Arr list && list.items().size() > Mtls.MOST_CERTIFICATES) {
      findings.add(
          Problem.user(
              "INVALID_VALUE",
              path + " has " + list.items().size() + " certificates",
              path.toString(),
              "Name at most " + Mtls.MOST_CERTIFICATES));
      return Optional.empty();
    }
    return CERTIFICATES.read(node, path, findings);
  }

  @Override
  public Node write(List<CaCertificate> value) {
    return CERTIFICATES.write(value);
  }

  @Override
  public Node.Obj schema() {
    return CERTIFICATES.schema().with("maxItems", Node.number(Mtls.MOST_CERTIFICATES));
  }
}
