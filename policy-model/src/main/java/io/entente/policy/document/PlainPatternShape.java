package io.entente.policy.document;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.PlainPattern;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.Optional;

/**
 * A pattern that every vendor reads alike. That it is well formed is more than a pattern can say:
 * the schema marks it {@code x-plainPattern}.
 */
record PlainPatternShape() implements Shape<String> {

  private static final TextShape TEXT =
      TextShape.of(
          "a regular expression of at most 128 printable ASCII characters without backslash, brace"
              + " or double quote: [.] is a dot, [0-9] a digit, (?i) in front ignores case",
          PlainPattern.CHARACTERS,
          PlainPattern.LONGEST);

  @Override
  public Optional<String> read(Node node, NodePath path, Findings findings) {
    return TEXT.read(node, path, findings)
        .filter(
            text -> {
              try {
                PlainPattern.require(text);
                return true;
              } catch (IllegalArgumentException e) {
                findings.add(
                    Problem.user(
                        "NOT_A_PLAIN_PATTERN",
                        path + ": " + e.getMessage(),
                        path.toString(),
                        text,
                        "Write it with characters, dots, classes, groups, bars, *, +, ?, ^ and $ only."));
                return false;
              }
            });
  }

  @Override
  public Node write(String value) {
    return TEXT.write(value);
  }

  @Override
  public Node.Obj schema() {
    return TEXT.schema().with("x-plainPattern", Node.text("it is well formed"));
  }
}
