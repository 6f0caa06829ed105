package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.entente.engine.Decision.Reject;
import io.entente.policy.GraphqlSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphqlSchemaMeaningTest {

  private static final String SCHEMA =
      """
      scalar Date
      enum Size { SMALL LARGE }
      input Range { from: Date! to: Date }
      directive @quick on FIELD
      type Query { order(id: ID!, size: Size, in: Range): Order  orders: [Order!]! }
      type Order { id: ID!  total: Int  next: Order }
      """;

  private static String decide(String schema, String method, String type, String body) {
    Exchange plain =
        from("10.0.0.1", type.isEmpty() ? Map.of() : Map.of("content-type", List.of(type)));
    var exchange =
        new Exchange(
            plain.route(),
            method,
            "/graphql",
            plain.requestHeaders(),
            plain.clientAddress(),
            Optional.empty());
    Decision decision =
        PolicyEngine.evaluateRequest(
            List.of(policy("graphs", new GraphqlSchema(schema))),
            body.isEmpty() ? exchange : exchange.withBody(Payload.of(body)),
            new State(10),
            START);
    return decision instanceof Reject reject ? reject.status() + " " + reject.rule() : "pass";
  }

  private static String decide(String document) {
    return decide(SCHEMA, "POST", "application/graphql", document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{orders{id total}}",
        "{order(id: 7, size: LARGE, in: {from: \"2026-01-01\"}){total}}",
        "query A($d: Date!){order(id: \"x\", in: {from: $d}){id}} query B{orders{id}}",
        "{orders{...F}} fragment F on Order{id}",
        "{orders @quick {id @skip(if: true)}}",
        "{__schema{types{name}} a: __type(name: \"A\"){name} b: __type(name: \"B\"){name}}",
      })
  void passesWhatIsValid(String document) {
    assertThat(decide(document)).isEqualTo("pass");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{nowhere}",
        "{orders}",
        "{orders{id{x}}}",
        "{order{id}}",
        "{order(id: 1, more: 2){id}}",
        "{order(id: 1, size: HUGE){id}}",
        "{order(id: 1, in: {to: 3}){id}}",
        "query($d: Date!){orders{id}}",
        "{order(id: $d){id}}",
        "{orders{id}} fragment F on Order{id}",
        "{orders{...F}} fragment F on Query{orders{id}}",
        "{orders @slow {id}}",
        "{orders{id id: total}}",
        "mutation{orders{id}}",
        "{orders{id}} {orders{id}}",
      })
  void refusesWhatIsNotValid(String document) {
    assertThat(decide(document)).isEqualTo("400 graphqlSchema.schema");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|application/json|{\"query\":\"{orders{id}}\",\"variables\":{\"x\":[]}}|pass",
        "POST|application/json|{\"query\":\"{nowhere}\"}|400 graphqlSchema.schema",
        "POST|application/json|[{\"query\":\"{orders{id}}\"}]|400 graphqlSchema.document",
        "POST|application/json|{\"id\":\"abc\"}|400 graphqlSchema.document",
        "POST|text/plain|{orders{id}}|400 graphqlSchema.document",
        "GET|||400 graphqlSchema.document",
        "OPTIONS|||pass",
      })
  void takesTheDocumentWhereItMayStand(String method, String type, String body, String expected) {
    assertThat(
            decide(
                SCHEMA,
                method,
                Optional.ofNullable(type).orElse(""),
                Optional.ofNullable(body).orElse("")))
        .isEqualTo(expected);
  }

  @Test
  void largerOnesThanCanBeCheckedAreRefused() {
    assertThat(decide("{orders{" + "id ".repeat(1_999) + "}}")).isEqualTo("pass");
    assertThat(decide("{orders{" + "id ".repeat(2_000) + "}}"))
        .isEqualTo("400 graphqlSchema.schema");
    assertThat(decide("{order(id:1)" + "{next".repeat(98) + "{id}" + "}".repeat(98) + "}"))
        .isEqualTo("pass");
    assertThat(decide("{order(id:1)" + "{next".repeat(99) + "{id}" + "}".repeat(99) + "}"))
        .isEqualTo("400 graphqlSchema.schema");
  }

  @Test
  void fragmentsThatMultiplyAreRefusedInTime() {
    var text = new StringBuilder("{orders{...F0}}");
    for (int i = 0; i < 60; i++) {
      text.append(
          " fragment F%d on Order{a: next{...F%d} b: next{...F%d}}".formatted(i, i + 1, i + 1));
    }
    text.append(" fragment F60 on Order{id}");
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertThat(decide(text.toString())).isEqualTo("400 graphqlSchema.schema"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type Order { id: ID }",
        "type Query { a: Nowhere }",
        "type Query { a: Int } type Query { b: Int }",
        "type Query { __a: Int }",
        "{orders{id}}",
        "no schema",
      })
  void aSchemaThatDoesNotHoldTogetherTakesNothingAndIsSaidToBeSo(String schema) {
    assertThat(decide(schema, "POST", "application/graphql", "{a}"))
        .isEqualTo("400 graphqlSchema.schema");
    assertThat(RuleTexts.problem(policy("graphs", new GraphqlSchema(schema)).policy()))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.code()).isEqualTo("GRAPHQL_SCHEMA_INVALID");
              assertThat(problem.path()).contains("spec.graphqlSchema.schema");
            });
  }

  @Test
  void aSchemaOfTooManyLevelsIsRefusedNotFollowed() {
    String deep = "type Query { a: " + "[".repeat(5_000) + "Int" + "]".repeat(5_000) + " }";
    assertThat(RuleTexts.problem(policy("graphs", new GraphqlSchema(deep)).policy())).isPresent();
    assertThat(RuleTexts.problem(policy("graphs", new GraphqlSchema(SCHEMA)).policy())).isEmpty();
  }
}
