package io.entente.policy.document;

import io.entente.model.identity.Labels;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.Findings;
import io.entente.policy.shape.LabelsShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.util.List;

/**
 * A document: version of the format, kind, metadata, and a {@code spec} of the shape the kind has.
 */
public final class DocumentShape<T> {

  private static final Field<String> API_VERSION =
      Field.required(
          "apiVersion",
          ChoiceShape.words("INVALID_VALUE", List.of(DocumentHeader.API_VERSION)),
          "The version of the format.");

  private static final Field<String> NAME =
      Field.required("name", NameShapes.NAME, "Unique among the documents of the kind.");

  private static final Field<Labels> LABELS =
      Field.withDefault("labels", new LabelsShape(), Labels.none(), "For selectors.");

  private static final Field<Metadata> METADATA =
      Field.required(
          "metadata",
          ObjectShape.of(
              List.of(NAME, LABELS),
              List.of(),
              read -> new Metadata(read.get(NAME), read.get(LABELS)),
              (metadata, out) -> {
                out.put(NAME, metadata.name());
                out.put(LABELS, metadata.labels());
              }),
          "What the document is called.");

  private final Shape<Document<T>> shape;

  private DocumentShape(List<String> kinds, Shape<T> specShape) {
    Field<String> kind =
        Field.required(
            "kind", ChoiceShape.words("UNKNOWN_KIND", kinds), "What the document describes.");
    Field<T> spec = Field.required("spec", specShape, "What the document says.");
    this.shape =
        ObjectShape.of(
            List.of(API_VERSION, kind, METADATA, spec),
            List.of(),
            read ->
                new Document<>(
                    new DocumentHeader(
                        read.get(API_VERSION),
                        read.get(kind),
                        read.get(METADATA).name(),
                        read.get(METADATA).labels()),
                    read.get(spec)),
            (document, out) -> {
              var header = document.header();
              out.put(API_VERSION, header.apiVersion());
              out.put(kind, header.kind());
              out.put(METADATA, new Metadata(header.name(), header.labels()));
              out.put(spec, document.spec());
            });
  }

  /** Documents of one of {@code kinds}, all with the same {@code spec}. */
  public static <T> DocumentShape<T> of(List<String> kinds, Shape<T> spec) {
    return new DocumentShape<>(kinds, spec);
  }

  /**
   * @throws io.entente.model.problem.ProblemException every problem of the document
   */
  public Document<T> read(Node document) {
    var findings = new Findings();
    var read = shape.read(document, NodePath.root(), findings);
    findings.throwIfAny();
    return read.orElseThrow();
  }

  public Node write(Document<T> document) {
    return shape.write(document);
  }

  public Node.Obj schema() {
    return shape.schema();
  }

  /** A document as read. */
  public record Document<T>(DocumentHeader header, T spec) {}

  private record Metadata(String name, Labels labels) {}
}
