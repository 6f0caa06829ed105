package io.entente.policy;

import java.util.regex.Pattern;

/**
 * The schema that the operations of a GraphQL request must be valid against; others, and requests
 * whose operations cannot be read, are answered 400.
 *
 * @param schema in the schema definition language; at most {@link #LONGEST} characters
 */
public record GraphqlSchema(String schema) implements PolicyKind {

  /** The longest schema, in characters. */
  public static final int LONGEST = 262_144;

  /** Some text without control characters but line breaks and tabs. */
  public static final String TEXT_PATTERN = "[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]+";

  private static final Pattern TEXT = Pattern.compile(TEXT_PATTERN);

  public GraphqlSchema {
    if (schema.length() > LONGEST) {
      throw new IllegalArgumentException(
          "schema has " + schema.length() + " characters, more than " + LONGEST);
    }
    if (!TEXT.matcher(schema).matches()) {
      throw new IllegalArgumentException("schema is empty, or has a control character");
    }
  }

  @Override
  public String kindName() {
    return "graphqlSchema";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }
}
