package io.entente.policy.document;

import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.shape.BooleanShape;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import java.util.List;

/** The member {@code graphqlIntrospection}. */
final class GraphqlIntrospectionShape {

  private static final Field<Boolean> ALLOW =
      Field.withDefault(
          "allow", new BooleanShape(), false, "Whether requests may ask for the schema itself.");

  static final Shape<GraphqlIntrospection> SHAPE =
      ObjectShape.of(
          List.of(ALLOW),
          List.of(),
          read -> new GraphqlIntrospection(read.get(ALLOW)),
          (rule, out) -> out.put(ALLOW, rule.allow()));

  private GraphqlIntrospectionShape() {}
}
