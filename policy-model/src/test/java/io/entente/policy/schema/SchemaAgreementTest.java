package io.entente.policy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.entente.json.JsonTree;
import io.entente.model.problem.Problem;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Node;
import io.entente.policy.document.ApiDocuments;
import io.entente.policy.document.PolicyDocuments;
import io.entente.policy.generated.Generated;
import io.entente.policy.generated.Mutation;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class SchemaAgreementTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void schemasAreSchemasOfTheDialectTheyName() {
    // Given
    Schema meta =
        REGISTRY.getSchema(
            com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    // When
    var problems =
        List.of(
            meta.validate(JsonTree.pretty(Schemas.policy()), InputFormat.JSON),
            meta.validate(JsonTree.pretty(Schemas.api()), InputFormat.JSON));

    // Then
    assertThat(problems).allSatisfy(found -> assertThat(found).isEmpty());
  }

  @Test
  void readerAndSchemaAgreeOnPolicies() {
    agree(
        Schemas.policy(),
        seed -> PolicyDocuments.write(new Generated(seed).policy("p")),
        document -> PolicyDocuments.read(document, 1));
  }

  @Test
  void readerAndSchemaAgreeOnApis() {
    agree(
        Schemas.api(),
        seed -> ApiDocuments.write(new Generated(seed).api("orders")),
        document -> ApiDocuments.read(document, 1));
  }

  private static void agree(Node schemaTree, LongFunction<Node> valid, Consumer<Node> reader) {
    // Given
    Schema schema = REGISTRY.getSchema(JsonTree.pretty(schemaTree), InputFormat.JSON);
    int accepted = 0;
    int refused = 0;
    for (long seed = 0; seed < 4_000; seed++) {
      Node whole = valid.apply(seed);
      Node mutated = new Mutation(seed).of(whole);

      // When
      boolean bySchemaWhole = valid(schema, whole);
      boolean bySchema = valid(schema, mutated);
      List<Problem> problems = problems(reader, mutated);

      // Then
      assertThat(bySchemaWhole).as("seed %d: %s", seed, JsonTree.write(whole)).isTrue();
      if (problems.stream().anyMatch(SchemaAgreementTest::beyondSchemas)) {
        continue;
      }
      assertThat(bySchema)
          .as("seed %d: %s reader says %s", seed, JsonTree.write(mutated), problems)
          .isEqualTo(problems.isEmpty());
      accepted += problems.isEmpty() ? 1 : 0;
      refused += problems.isEmpty() ? 0 : 1;
    }
    assertThat(accepted).as("mutants that are valid").isGreaterThan(100);
    assertThat(refused).as("mutants that are not").isGreaterThan(1_000);
  }

  /**
   * What the schemas mark as x-uniqueBy, x-boundOnce, x-routesOf, x-network, x-plainPattern,
   * x-usedBy, x-openApi, x-certificate and x-apart.
   */
  private static boolean beyondSchemas(Problem problem) {
    String path = problem.path().orElse("");
    return switch (problem.code()) {
      case "DUPLICATE_VALUE" ->
          path.matches(
              "spec\\.(routes\\[\\d+]\\.name|bindings\\[\\d+]\\.gateway|ipFilter\\..*"
                  + "|consumerAccess\\.deny\\..*|jwt\\.claims\\[\\d+]\\.name|jwt\\.jwks\\.keys\\[\\d+]\\.kid)");
      case "NOT_A_PLAIN_PATTERN" -> path.startsWith("spec.botDetection.");
      case "NOT_A_NETWORK" -> path.startsWith("spec.ipFilter.");
      case "BOUND_TWICE", "UNKNOWN_ROUTE" -> path.startsWith("spec.bindings[");
      case "OPENAPI_NOT_TAKEN" -> path.startsWith("spec.openApiValidation.document");
      case "NOT_A_CA" -> path.startsWith("spec.mtls.trustedCertificates[");
      case "UNUSED_KEY" -> path.startsWith("spec.jwt.jwks.keys[");
      default -> false;
    };
  }

  private static boolean valid(Schema schema, Node document) {
    return schema.validate(JsonTree.write(document), InputFormat.JSON).isEmpty();
  }

  private static List<Problem> problems(Consumer<Node> reader, Node document) {
    try {
      reader.accept(document);
      return List.of();
    } catch (ProblemException e) {
      return e.problems();
    }
  }
}
