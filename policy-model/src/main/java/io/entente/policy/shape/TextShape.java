package io.entente.policy.shape;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text of a pattern.
 *
 * @param valid what is valid, for people: {@code a path that starts with '/'}
 * @param pattern of the whole text, in the syntax RE2, ECMA and Java share
 * @param maxLength in characters (code points)
 * @param forbidden texts that match and are refused all the same
 * @param sensitive true when a value may be a secret and is never repeated in a problem
 */
public record TextShape(
    String valid, Pattern pattern, int maxLength, List<String> forbidden, boolean sensitive)
    implements Shape<String> {

  public TextShape {
    forbidden = List.copyOf(forbidden);
  }

  public static TextShape of(String valid, String pattern, int maxLength) {
    return new TextShape(valid, Pattern.compile(pattern), maxLength, List.of(), false);
  }

  /** The same without some texts; {@code valid} replaces the words for people. */
  public TextShape except(List<String> texts, String valid) {
    return new TextShape(valid, pattern, maxLength, texts, sensitive);
  }

  /** The same, never repeated in a problem. */
  public TextShape unsaid() {
    return new TextShape(valid, pattern, maxLength, forbidden, true);
  }

  @Override
  public Optional<String> read(Node node, NodePath path, Findings findings) {
    if (!(node instanceof Node.Value value) || !(value.value() instanceof Scalar.Text text)) {
      findings.wrongType(path, node, valid);
      return Optional.empty();
    }
    if (!accepts(text.value())) {
      if (sensitive) {
        findings.invalidUnsaid(path, valid);
      } else {
        findings.invalid(path, node, valid);
      }
      return Optional.empty();
    }
    return Optional.of(text.value());
  }

  /** Whether {@code text} is valid. */
  public boolean accepts(String text) {
    return text.codePointCount(0, text.length()) <= maxLength
        && pattern.matcher(text).matches()
        && !forbidden.contains(text);
  }

  @Override
  public Node write(String value) {
    return Node.text(value);
  }

  @Override
  public Node.Obj schema() {
    var schema =
        Node.obj(
            Map.of(
                "type", Node.text("string"),
                "pattern", Node.text("^(?:" + pattern.pattern() + ")$"),
                "maxLength", Node.number(maxLength),
                "x-valid", Node.text(valid)));
    return forbidden.isEmpty()
        ? schema
        : schema.with(
            "not", Node.obj(Map.of("enum", Node.arr(forbidden.stream().map(Node::text).toList()))));
  }
}
