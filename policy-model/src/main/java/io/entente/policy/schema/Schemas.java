package io.entente.policy.schema;

import io.entente.model.tree.Node;

/** JSON Schemas (2020-12) of the documents. */
public final class Schemas {

  private Schemas() {}

  public static Node policy() {
    throw new UnsupportedOperationException("policy schema");
  }

  public static Node api() {
    throw new UnsupportedOperationException("api schema");
  }
}
