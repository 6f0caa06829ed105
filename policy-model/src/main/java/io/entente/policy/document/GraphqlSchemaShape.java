package io.entente.policy.document;

import io.entente.policy.GraphqlSchema;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.TextShape;
import java.util.List;

/** The member {@code graphqlSchema}. */
final class GraphqlSchemaShape {

  private static final Field<String> SCHEMA =
      Field.required(
          "schema",
          TextShape.of(
              "a schema in GraphQL's schema definition language, of at most 262144 characters",
              GraphqlSchema.TEXT_PATTERN,
              GraphqlSchema.LONGEST),
          "What types there are, in the schema definition language.");

  static final Shape<GraphqlSchema> SHAPE =
      ObjectShape.of(
          List.of(SCHEMA),
          List.of(),
          read -> new GraphqlSchema(read.get(SCHEMA)),
          (rule, out) -> out.put(SCHEMA, rule.schema()));

  private GraphqlSchemaShape() {}
}
