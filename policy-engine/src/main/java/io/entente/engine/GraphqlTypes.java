package io.entente.engine;

import graphql.GraphQLException;
import graphql.language.Document;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.OperationValidationRule;
import graphql.validation.QueryComplexityLimits;
import graphql.validation.Validator;
import io.entente.engine.GraphqlText.Counted;
import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;

/**
 * The types of a schema, and which documents are valid against them by the rules of the
 * specification. What is checked is bounded before: the time that checking takes grows with the
 * square of the fields.
 */
final class GraphqlTypes {

  /** The most fields, and the deepest, of an operation that is checked. */
  private static final Counted CHECKED = new Counted(100, 2_000, 2_000, 2_000, true);

  private static final ParserOptions BOUNDS =
      ParserOptions.newParserOptions()
          .captureIgnoredChars(false)
          .captureSourceLocation(true)
          .captureLineComments(false)
          .readerTrackData(false)
          .maxCharacters(262_144)
          .maxTokens(100_000)
          .maxWhitespaceTokens(262_144)
          .maxRuleDepth(400)
          .build();

  private static final Kept<String, Optional<GraphqlTypes>> KEPT = new Kept<>();

  private final GraphQLSchema schema;

  private GraphqlTypes(GraphQLSchema schema) {
    this.schema = schema;
  }

  /** Empty where the text is no schema that holds together. */
  static Optional<GraphqlTypes> of(String text) {
    return KEPT.get(
        text,
        asked -> {
          try {
            return Optional.of(new GraphqlTypes(read(asked)));
          } catch (GraphQLException e) {
            return Optional.empty();
          }
        });
  }

  /** Why a text is no schema that holds together; empty where it is one. */
  static Optional<String> problem(String text) {
    try {
      read(text);
      return Optional.empty();
    } catch (GraphQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Whether a document is valid; one that is too large to be checked is not. */
  boolean take(String text) {
    return GraphqlText.parsed(text)
        .filter(document -> GraphqlText.counted(document).filter(GraphqlTypes::small).isPresent())
        .filter(this::valid)
        .isPresent();
  }

  private static boolean small(Counted counted) {
    return counted.depth() <= CHECKED.depth()
        && counted.fields() <= CHECKED.fields()
        && counted.fragments() <= CHECKED.fragments();
  }

  private boolean valid(Document document) {
    try {
      return new Validator()
          .validateDocument(
              schema,
              document,
              // how often a document asks for the schema is no question of validity
              rule -> rule != OperationValidationRule.GOOD_FAITH_INTROSPECTION,
              Locale.ROOT,
              QueryComplexityLimits.NONE)
          .isEmpty();
    } catch (GraphQLException e) {
      return false;
    }
  }

  private static GraphQLSchema read(String text) {
    return UnExecutableSchemaGenerator.makeUnExecutableSchema(
        new SchemaParser().parse(new StringReader(text), BOUNDS));
  }
}
