package io.entente.hub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import org.junit.jupiter.api.Test;

/** What is checked of a policy before it is stored. */
class PolicyKindHandlerTest {

  private final PolicyKindHandler handler = new PolicyKindHandler(null);

  @Test
  void refusesASchemaThatDoesNotHoldTogether() {
    // When
    Problem problem = problem("graphqlSchema: {schema: 'type Query { a: Nowhere }'}");

    // Then
    assertThat(problem.code()).isEqualTo("GRAPHQL_SCHEMA_INVALID");
    assertThat(problem.path()).contains("spec.graphqlSchema.schema");
    assertThat(problem.message()).contains("Nowhere");
  }

  @Test
  void refusesADocumentWithASchemaThatCannotBeUsed() {
    // When
    Problem problem =
        problem(
            "openApiValidation: {document: {openapi: 3.0.3, paths: {},"
                + " components: {schemas: {A: {type: string, pattern: '(?=a)'}}}}}");

    // Then
    assertThat(problem.code()).isEqualTo("OPENAPI_SCHEMA_INVALID");
    assertThat(problem.value()).contains("/components/schemas/A");
  }

  @Test
  void takesWhatCanBeJudgedBy() {
    assertThatCode(() -> check("graphqlSchema: {schema: 'type Query { a: Int }'}"))
        .doesNotThrowAnyException();
  }

  private Problem problem(String rule) {
    return catchThrowableOfType(ProblemException.class, () -> check(rule)).problems().get(0);
  }

  private void check(String rule) {
    handler.check(
        YamlTree.readAll(
                """
                apiVersion: entente.io/v1alpha1
                kind: Policy
                metadata: {name: p}
                spec:
                  targetRefs: [{kind: Tenant}]
                """
                    + rule.indent(2),
                TreeLimits.DOCUMENT)
            .get(0));
  }
}
