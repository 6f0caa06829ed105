package io.entente.policy.document;

import io.entente.model.tree.Node;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.OpenApiValidation.Part;
import io.entente.policy.OpenApiValidation.Unknown;
import io.entente.policy.shape.ChoiceShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ListShape;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;

/** The member {@code openApiValidation}. */
final class OpenApiValidationShape {

  private static final Field<Node.Obj> DOCUMENT =
      Field.required(
          "document", new OpenApiDocumentShape(), "What there is, in OpenAPI 3.0 or 3.1.");

  private static final Field<String> BASE_PATH =
      Field.withDefault(
          "basePath",
          TextShape.of(
              "empty, or a path without a slash at its end",
              OpenApiValidation.BASE_PATH_PATTERN,
              OpenApiValidation.LONGEST_BASE_PATH),
          "",
          "Below which the paths of the document lie; its servers are not asked.");

  private static final Field<List<Part>> REQUEST =
      Field.withDefault(
          "request",
          ListShape.distinct(ChoiceShape.lowerCamel(Part.class), 1),
          List.of(Part.PARAMETERS, Part.BODY),
          "What of a request is checked.");

  private static final Field<Unknown> UNKNOWN_PARAMETERS =
      Field.withDefault(
          "unknownParameters",
          ChoiceShape.lowerCamel(Unknown.class),
          Unknown.PASS,
          "Parameters of the query, and cookies, that the document does not have.");

  private static final Field<Unknown> UNKNOWN_PATHS =
      Field.withDefault(
          "unknownPaths",
          ChoiceShape.lowerCamel(Unknown.class),
          Unknown.DENY,
          "Paths, and methods on them, that the document does not have.");

  static final Shape<OpenApiValidation> SHAPE =
      ObjectShape.of(
          List.of(DOCUMENT, BASE_PATH, REQUEST, UNKNOWN_PARAMETERS, UNKNOWN_PATHS),
          List.of(),
          read ->
              new OpenApiValidation(
                  read.get(DOCUMENT),
                  read.get(BASE_PATH),
                  read.get(REQUEST),
                  read.get(UNKNOWN_PARAMETERS),
                  read.get(UNKNOWN_PATHS)),
          (rule, out) -> {
            out.put(DOCUMENT, rule.document());
            out.put(BASE_PATH, rule.basePath());
            out.put(REQUEST, rule.request());
            out.put(UNKNOWN_PARAMETERS, rule.unknownParameters());
            out.put(UNKNOWN_PATHS, rule.unknownPaths());
          });

  private OpenApiValidationShape() {}
}
