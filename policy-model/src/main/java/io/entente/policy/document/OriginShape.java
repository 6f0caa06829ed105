package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.Cors;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** An origin as a browser sends it, or * for every origin. */
record OriginShape() implements Shape<String> {

  private static final TextShape TEXT =
      TextShape.of(
          "* or an origin in lower case without path, for example https://shop.example.com",
          "\\*|" + Cors.ORIGIN_PATTERN,
          300);

  private static final Pattern DEFAULT_PORT = Pattern.compile(Cors.DEFAULT_PORT_PATTERN);

  @Override
  public Optional<String> read(Node node, NodePath path, Findings findings) {
    Optional<String> origin = TEXT.read(node, path, findings);
    if (origin.filter(text -> DEFAULT_PORT.matcher(text).matches()).isPresent()) {
      String text = origin.get();
      findings.invalid(
          path,
          node,
          text.substring(0, text.lastIndexOf(':'))
              + ": browsers leave the scheme's own port out, so this origin is never sent");
      return Optional.empty();
    }
    return origin;
  }

  @Override
  public Node write(String value) {
    return TEXT.write(value);
  }

  @Override
  public Node.Obj schema() {
    return TEXT.schema()
        .with("x-valid", Node.text(TEXT.valid() + ", the scheme's own port left out"))
        .with("not", Node.obj(Map.of("pattern", Node.text("^" + Cors.DEFAULT_PORT_PATTERN + "$"))));
  }
}
