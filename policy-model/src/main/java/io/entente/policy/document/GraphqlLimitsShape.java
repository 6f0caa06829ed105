package io.entente.policy.document;

import io.entente.policy.GraphqlLimits;
import io.entente.policy.shape.Field;
import io.entente.policy.shape.ObjectShape;
import io.entente.policy.shape.Shape;
import io.entente.policy.shape.WholeNumberShape;
import java.util.List;

/** The member {@code graphqlLimits}. */
final class GraphqlLimitsShape {

  private static final Field<Integer> MAX_DEPTH =
      Field.optional(
          "maxDepth",
          WholeNumberShape.ints(1, GraphqlLimits.DEEPEST),
          "How deep fields may lie in fields; a field of the operation itself has depth 1.");

  private static final Field<Integer> MAX_FIELDS =
      Field.optional(
          "maxFields",
          WholeNumberShape.ints(1, GraphqlLimits.MOST),
          "How many fields an operation may have, those of a fragment wherever it is used.");

  private static final Field<Integer> MAX_ALIASES =
      Field.optional(
          "maxAliases",
          WholeNumberShape.ints(0, GraphqlLimits.MOST),
          "How many of the fields of an operation may have another name.");

  private static final Field<Integer> MAX_FRAGMENTS =
      Field.optional(
          "maxFragments",
          WholeNumberShape.ints(1, GraphqlLimits.DEEPEST),
          "How many fragments a document may define.");

  static final Shape<GraphqlLimits> SHAPE =
      ObjectShape.of(
          List.of(MAX_DEPTH, MAX_FIELDS, MAX_ALIASES, MAX_FRAGMENTS),
          List.of(new SomeLimit(List.of("maxDepth", "maxFields", "maxAliases", "maxFragments"))),
          read ->
              new GraphqlLimits(
                  read.find(MAX_DEPTH),
                  read.find(MAX_FIELDS),
                  read.find(MAX_ALIASES),
                  read.find(MAX_FRAGMENTS)),
          (rule, out) -> {
            rule.maxDepth().ifPresent(most -> out.put(MAX_DEPTH, most));
            rule.maxFields().ifPresent(most -> out.put(MAX_FIELDS, most));
            rule.maxAliases().ifPresent(most -> out.put(MAX_ALIASES, most));
            rule.maxFragments().ifPresent(most -> out.put(MAX_FRAGMENTS, most));
          });

  private GraphqlLimitsShape() {}
}
