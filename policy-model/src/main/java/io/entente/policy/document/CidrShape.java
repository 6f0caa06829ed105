package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.Cidr;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.Optional;

/**
 * A range of addresses. That no host bits are set is more than a pattern can say: the schema marks
 * it {@code x-network}.
 */
record CidrShape() implements Shape<Cidr> {

  private static final TextShape TEXT =
      TextShape.of(
          "an address or range of IPv4 or IPv6, for example 10.0.0.0/8, 192.0.2.7 or 2001:db8::/32",
          Cidr.PATTERN,
          43);

  @Override
  public Optional<Cidr> read(Node node, NodePath path, Findings findings) {
    return TEXT.read(node, path, findings).flatMap(text -> parse(text, path, findings));
  }

  private static Optional<Cidr> parse(String text, NodePath path, Findings findings) {
    try {
      return Optional.of(Cidr.parse(text));
    } catch (IllegalArgumentException e) {
      findings.add(
          Problem.user(
              "NOT_A_NETWORK",
              path + ": " + e.getMessage(),
              path.toString(),
              text,
              "Write the range the message names, or the single address you mean."));
      return Optional.empty();
    }
  }

  @Override
  public Node write(Cidr value) {
    return TEXT.write(value.toString());
  }

  @Override
  public Node.Obj schema() {
    return TEXT.schema().with("x-network", Node.text("no bit after the prefix is set"));
  }
}
