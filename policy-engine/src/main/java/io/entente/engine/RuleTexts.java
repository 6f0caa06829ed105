package io.entente.engine;

import io.entente.model.problem.Problem;
import io.entente.policy.GraphqlSchema;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.Policy;
import java.util.Optional;

/**
 * Texts in policies that have a grammar of their own, which is read here and nowhere before. A
 * policy whose text cannot be read refuses every request; ask before it is stored.
 */
public final class RuleTexts {

  private static final int SHOWN = 80;

  private RuleTexts() {}

  /** What keeps a policy from being judged by; empty where nothing does. */
  public static Optional<Problem> problem(Policy policy) {
    if (policy.spec().kind() instanceof OpenApiValidation rule) {
      return OpenApiMeaning.problem(rule);
    }
    return policy.spec().kind() instanceof GraphqlSchema rule
        ? GraphqlTypes.problem(rule.schema())
            .map(
                why ->
                    Problem.user(
                        "GRAPHQL_SCHEMA_INVALID",
                        "The schema does not hold together: " + why,
                        "spec.graphqlSchema.schema",
                        beginning(rule.schema()),
                        "Mend the schema; types it uses have to be in it, and a type Query."))
        : Optional.empty();
  }

  private static String beginning(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
