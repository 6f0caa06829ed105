package io.entente.policy.document;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Documents of tests, as people write them. */
final class Yaml {

  private Yaml() {}

  static Node tree(String yaml) {
    return YamlTree.readAll(yaml, TreeLimits.DOCUMENT).get(0);
  }

  /** A policy document with this {@code spec}, indented by two. */
  static Node policy(String spec) {
    return tree(
        "apiVersion: entente.io/v1alpha1\nkind: Policy\nmetadata: {name: p}\nspec:\n"
            + spec.indent(2));
  }

  static List<Problem> problems(ThrowingCallable call) {
    return catchThrowableOfType(ProblemException.class, call).problems();
  }
}
