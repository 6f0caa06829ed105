package io.entente.policy.schema;

import io.entente.model.tree.Node;
import io.entente.policy.document.ApiDocuments;
import io.entente.policy.document.PolicyDocuments;

/**
 * JSON Schemas (2020-12) of the documents. They accept what the readers accept, but for one thing
 * JSON Schema cannot say: {@code x-uniqueBy} names a field that no two items of a list may share.
 * {@code x-valid} and {@code $comment} say a pattern and a rule in words.
 */
public final class Schemas {

  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private Schemas() {}

  public static Node policy() {
    return titled("Policy", PolicyDocuments.schema());
  }

  public static Node api() {
    return titled("Api", ApiDocuments.schema());
  }

  private static Node titled(String title, Node.Obj schema) {
    return schema.with("$schema", Node.text(DIALECT)).with("title", Node.text(title));
  }
}
