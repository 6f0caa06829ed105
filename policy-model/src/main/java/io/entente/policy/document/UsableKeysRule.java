package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.Jwk;
import io.entente.policy.Jwks;
import io.entente.policy.SigningAlgorithm;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Rule;
import io.entente.policy.shape.Values;
import java.util.List;
import java.util.Map;

/** Some algorithm uses each key; more than JSON Schema can say. */
record UsableKeysRule() implements Rule {

  @Override
  public void check(Values values, NodePath path, Findings findings) {
    List<SigningAlgorithm> algorithms = values.find(JwtShape.ALGORITHMS).orElse(List.of());
    List<Jwk> keys =
        values
            .find(JwtShape.JWKS)
            .filter(Jwks.Inline.class::isInstance)
            .map(inline -> ((Jwks.Inline) inline).keys())
            .orElse(List.of());
    for (int i = 0; i < keys.size(); i++) {
      Jwk key = keys.get(i);
      if (!algorithms.isEmpty()
          && algorithms.stream().noneMatch(algorithm -> algorithm.takes(key))) {
        NodePath at = path.field("jwks").field("keys").index(i);
        findings.add(
            Problem.user(
                "UNUSED_KEY",
                at + " can be used by none of the algorithms " + algorithms,
                at.toString(),
                key.kid(),
                "Add its algorithm to algorithms, or remove the key"));
      }
    }
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(Map.of("x-usedBy", Node.text("jwks.keys[]: algorithms[]")));
  }
}
