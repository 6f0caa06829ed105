package io.entente.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.entente.model.estate.Api;
import io.entente.model.estate.Endpoint;
import io.entente.model.estate.PathMatch;
import io.entente.model.identity.GatewayId;
import io.entente.model.problem.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ApiDocumentsTest {

  private static final String DOCUMENT =
      """
      apiVersion: entente.io/v1alpha1
      kind: Api
      metadata: {name: orders, labels: {exposure: partner}}
      spec:
        gateways: [eu, us]
        upstream: {endpoints: [{host: 127.0.0.1, port: 8081}]}
        routes:
          - {name: list, path: {prefix: /orders}, methods: [GET]}
          - {name: health, path: {exact: /health}, labels: {public: "yes"}}
      """;

  @Test
  void readsAnApiWithDefaults() {
    // Given
    var document = Yaml.tree(DOCUMENT);

    // When
    Api api = ApiDocuments.read(document, 2);

    // Then
    assertThat(api.version()).isEqualTo(2);
    assertThat(api.gateways()).containsExactly(new GatewayId("eu"), new GatewayId("us"));
    assertThat(api.hosts()).containsExactly("*");
    assertThat(api.upstream().orElseThrow().endpoints())
        .containsExactly(new Endpoint("127.0.0.1", 8081));
    assertThat(api.upstream().orElseThrow().connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(api.routes().get(0).match()).isEqualTo(new PathMatch.Prefix("/orders"));
    assertThat(api.routes().get(1).match()).isEqualTo(new PathMatch.Exact("/health"));
    assertThat(api.routes().get(1).methods()).isEmpty();
  }

  @Test
  void refusesDuplicatesAndImpossibleValues() {
    // Given
    var document =
        Yaml.tree(
            DOCUMENT
                .replace("[eu, us]", "[eu, eu]")
                .replace("port: 8081", "port: 65536")
                .replace("name: health", "name: list")
                .replace("[GET]", "[get]")
                .replace("exact: /health", "exact: health"));

    // When
    var problems = Yaml.problems(() -> ApiDocuments.read(document, 1));

    // Then
    assertThat(problems)
        .extracting(Problem::code, p -> p.path().orElse(""), p -> p.value().orElse(""))
        .containsExactlyInAnyOrder(
            tuple("DUPLICATE_VALUE", "spec.gateways[1]", "eu"),
            tuple("INVALID_VALUE", "spec.upstream.endpoints[0].port", "65536"),
            tuple("INVALID_VALUE", "spec.routes[0].methods[0]", "get"),
            tuple("INVALID_VALUE", "spec.routes[1].path.exact", "health"));
  }

  @Test
  void refusesTwoRoutesOfOneName() {
    // Given
    var document = Yaml.tree(DOCUMENT.replace("name: health", "name: list"));

    // When
    var problems = Yaml.problems(() -> ApiDocuments.read(document, 1));

    // Then
    assertThat(problems)
        .extracting(Problem::code, p -> p.path().orElse(""), p -> p.value().orElse(""))
        .containsExactly(tuple("DUPLICATE_VALUE", "spec.routes[1].name", "list"));
  }

  @Test
  void readsTheHeaderAndLeavesTheSpecAlone() {
    // Given
    var gateway =
        Yaml.tree(
            "apiVersion: entente.io/v1alpha1\nkind: Gateway\nmetadata: {name: eu}\nspec: {a: 1}");
    var unknown =
        Yaml.tree(
            "apiVersion: entente.io/v1alpha1\nkind: Polcy\nmetadata: {name: eu}\nspec: {a: 1}");

    // When
    var header = DocumentHeader.of(gateway);
    var problems = Yaml.problems(() -> DocumentHeader.of(unknown));

    // Then
    assertThat(header.kind()).isEqualTo("Gateway");
    assertThat(header.name()).isEqualTo("eu");
    assertThat(problems)
        .extracting(Problem::code, Problem::nextStep)
        .containsExactly(
            tuple("UNKNOWN_KIND", "Use one of Api, Gateway, Policy; did you mean 'Policy'?"));
  }
}
