package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.OpenApiDocument;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An OpenAPI document as a part of a policy; what is not taken is more than JSON Schema can say.
 */
record OpenApiDocumentShape() implements Shape<Node.Obj> {

  @Override
  public Optional<Node.Obj> read(Node node, NodePath path, Findings findings) {
    if (!(node instanceof Node.Obj document)) {
      findings.wrongType(path, node, "an OpenAPI document, as an object");
      return Optional.empty();
    }
    List<OpenApiDocument.Fault> faults = OpenApiDocument.faults(document);
    for (OpenApiDocument.Fault fault : faults) {
      NodePath at = path;
      for (NodePath.Segment segment : fault.at().segments()) {
        at = at.then(segment);
      }
      findings.invalid("OPENAPI_NOT_TAKEN", at, fault.value(), fault.valid());
    }
    return faults.isEmpty() ? Optional.of(document) : Optional.empty();
  }

  @Override
  public Node write(Node.Obj value) {
    return value;
  }

  @Override
  public Node.Obj schema() {
    return Node.obj(
        Map.of(
            "type",
            Node.text("object"),
            "x-openApi",
            Node.text("3.0, 3.1; no references to other documents")));
  }
}
