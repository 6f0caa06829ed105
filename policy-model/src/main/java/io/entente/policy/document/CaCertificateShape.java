package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.CaCertificate;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.Optional;

/**
 * A certificate of an authority. That it is one is more than a pattern can say: the schema marks it
 * {@code x-certificate}. A text that is none may be a private key and is never repeated.
 */
record CaCertificateShape() implements Shape<CaCertificate> {

  private static final TextShape TEXT =
      TextShape.of(
              "one certificate of a CA in PEM, between -----BEGIN CERTIFICATE----- and"
                  + " -----END CERTIFICATE-----",
              CaCertificate.PEM_PATTERN,
              CaCertificate.LONGEST)
          .unsaid();

  @Override
  public Optional<CaCertificate> read(Node node, NodePath path, Findings findings) {
    return TEXT.read(node, path, findings).flatMap(text -> parse(text, path, findings));
  }

  private static Optional<CaCertificate> parse(String text, NodePath path, Findings findings) {
    try {
      return Optional.of(new CaCertificate(text));
    } catch (IllegalArgumentException e) {
      findings.add(
          Problem.user(
              "NOT_A_CA",
              path + ": " + e.getMessage(),
              path.toString(),
              text.strip(),
              "Use the certificate of the authority that signs those of the clients."));
      return Optional.empty();
    }
  }

  @Override
  public Node write(CaCertificate value) {
    return TEXT.write(value.pem());
  }

  @Override
  public Node.Obj schema() {
    return TEXT.schema().with("x-certificate", Node.text("X.509, of a CA"));
  }
}
