package io.entente.policy;

/**
 * Whether a GraphQL request may ask for the schema itself. Where it may not, one that does is
 * answered 403, and one whose operations cannot be read 400.
 *
 * @param allow whether it may
 */
public record GraphqlIntrospection(boolean allow) implements PolicyKind {

  @Override
  public String kindName() {
    return "graphqlIntrospection";
  }

  @Override
  public Combine combine() {
    return Combine.REPLACE;
  }
}
