package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.problem.Problem;
import io.entente.policy.GraphqlSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphqlSchemaDocumentsTest {

  private static GraphqlSchema read(String rule) {
    return (GraphqlSchema)
        PolicyDocuments.read(Yaml.policy("targetRefs: [{kind: Tenant}]\n" + rule), 1).spec().kind();
  }

  private static List<Problem> problems(String rule) {
    return Yaml.problems(() -> read(rule));
  }

  @Test
  void keepsTheTextAsItIsWritten() {
    assertThat(
            read("""
                    graphqlSchema:
                      schema: |
                        # größer
                        type Query {
                        \ta: Int
                        }
                    """)
                .schema())
        .isEqualTo("# größer\ntype Query {\n\ta: Int\n}\n");
  }

  @Test
  void refusesASchemaThatIsMissingEmptyOrTooLong() {
    assertThat(problems("graphqlSchema: {}"))
        .singleElement()
        .satisfies(p -> assertThat(p.path()).contains("spec.graphqlSchema.schema"));
    assertThat(problems("graphqlSchema: {schema: \"\"}")).hasSize(1);
    assertThat(problems("graphqlSchema: {schema: \"type \\u0000\"}")).hasSize(1);
    assertThat(problems("graphqlSchema: {schema: \"" + "a".repeat(262_145) + "\"}")).hasSize(1);
    assertThat(read("graphqlSchema: {schema: \"" + "a".repeat(262_144) + "\"}").schema())
        .hasSize(262_144);
  }

  @Test
  void theRuleItselfTakesNoOther() {
    assertThatThrownBy(() -> new GraphqlSchema("a".repeat(262_145)))
        .hasMessageContaining("262145 characters");
    assertThatThrownBy(() -> new GraphqlSchema("")).hasMessageContaining("empty");
  }
}
