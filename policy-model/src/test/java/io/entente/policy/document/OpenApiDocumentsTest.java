package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entente.model.problem.Problem;
import io.entente.model.tree.Node;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.OpenApiValidation.Part;
import io.entente.policy.OpenApiValidation.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiDocumentsTest {

  private static OpenApiValidation read(String document, String more) {
    String rule =
        "targetRefs: [{kind: Tenant}]\nopenApiValidation:\n  document:\n"
            + document.indent(4)
            + more.indent(2);
    return (OpenApiValidation) PolicyDocuments.read(Yaml.policy(rule), 1).spec().kind();
  }

  @Test
  void readsADocumentAndItsDefaults() {
    OpenApiValidation rule =
        read("openapi: 3.0.3\npaths: {'/a/{b}': {get: {}}, x-note: 1}\nservers: [{url: /v1}]", "");

    assertThat(rule.basePath()).isEmpty();
    assertThat(rule.request()).containsExactly(Part.PARAMETERS, Part.BODY);
    assertThat(rule.unknownParameters()).isEqualTo(Unknown.PASS);
    assertThat(rule.unknownPaths()).isEqualTo(Unknown.DENY);
    assertThat(rule.document().field("openapi")).contains(Node.text("3.0.3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{openapi: 2.0, paths: {}}|openapi",
        "{openapi: 3.0.3}|paths",
        "{openapi: 3.0.3, paths: {a: {}}}|paths.a",
        "{openapi: 3.0.3, paths: {/a: {get: {parameters: [{$ref: 'http://other.test/p.yaml'}]}}}}|paths./a.get.parameters[0].$ref",
        "{openapi: 3.0.3, paths: {/a: {get: {parameters: [{$ref: 'p.yaml#/x'}]}}}}|paths./a.get.parameters[0].$ref",
        "{openapi: 3.0.3, paths: {}, components: {schemas: {A: {$ref: '#/components/schemas/B'}}}}|components.schemas.A.$ref",
        "{openapi: 3.0.3, paths: {}, components: {schemas: {A: {$ref: '#/components/schemas/A'}}}}|components.schemas.A.$ref",
        "{openapi: 3.0.3, paths: {}, components: {schemas: {A: {allOf: [{$ref: '#/components/schemas/A'}]}}}}|components.schemas.A.allOf[0].$ref",
        "{openapi: 3.1.0, paths: {}, components: {schemas: {A: {$id: 'http://x.test/a'}}}}|components.schemas.A.$id",
        "{openapi: 3.1.0, paths: {}, components: {schemas: {A: {discriminator: {mapping: {a: 'a.yaml'}}}}}}|components.schemas.A.discriminator.mapping.a",
        "{openapi: 3.0.3, paths: {'/a/x{b}': {}}}|paths./a/x{b}",
        "{openapi: 3.0.3, paths: {/a: {get: {parameters: [{name: q, in: query}]}}}}|paths./a.get.parameters[0].schema",
        "{openapi: 3.0.3, paths: {/a: {get: {parameters: [{name: q, in: query, schema: {type: object}}]}}}}|paths./a.get.parameters[0].schema",
        "{openapi: 3.0.3, paths: {/a: {get: {parameters: [{name: q, in: query, style: deepObject, schema: {type: string}}]}}}}|paths./a.get.parameters[0]",
        "{openapi: 3.0.3, paths: {/a: {get: {parameters: [{name: q, in: path, schema: {type: string}}]}}}}|paths./a.get.parameters[0].name",
        "{openapi: 3.0.3, paths: {/a: {get: {requestBody: {content: {}}}}}}|paths./a.get.requestBody",
        "{openapi: 3.0.3, paths: {/a: {get: {requestBody: {content: {'a\"b': {}}}}}}}|paths./a.get.requestBody",
      })
  void saysWhereADocumentIsNotTaken(String document, String path) {
    List<Problem> problems = Yaml.problems(() -> read(document, ""));

    assertThat(problems).extracting(Problem::code).containsOnly("OPENAPI_NOT_TAKEN");
    assertThat(problems)
        .extracting(problem -> problem.path().orElse(""))
        .contains("spec.openApiValidation.document." + path);
  }

  @Test
  void takesASchemaThatContainsItselfInside() {
    String document =
        "{openapi: 3.1.0, paths: {}, components: {schemas: {A: {allOf: [{$ref: '#/components/schemas/B'}]},"
            + " B: {properties: {a: {$ref: '#/components/schemas/A'}}}}}}";
    assertThat(read(document, "").document().field("components")).isPresent();
  }

  @Test
  void refusesALongDocumentAndADeepOne() {
    String entry = "{openapi: 3.0.3, paths: {}, x: '" + "a".repeat(524_288) + "'}";
    assertThat(Yaml.problems(() -> read(entry, ""))).hasSize(1);
    assertThatThrownBy(
            () ->
                new OpenApiValidation(deep(80), "", List.of(Part.BODY), Unknown.PASS, Unknown.DENY))
        .hasMessageContaining("64 levels");
  }

  @Test
  void refusesABasePathThatEndsInASlashAndNoParts() {
    String document = "{openapi: 3.0.3, paths: {}}";
    assertThat(Yaml.problems(() -> read(document, "basePath: /v1/"))).hasSize(1);
    assertThat(Yaml.problems(() -> read(document, "request: []"))).hasSize(1);
  }

  private static Node.Obj deep(int levels) {
    Node.Obj node = Node.obj();
    for (int i = 0; i < levels; i++) {
      node = Node.obj().with("a", node);
    }
    return node;
  }
}
