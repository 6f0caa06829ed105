package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Reject;
import io.entente.policy.GraphqlIntrospection;
import io.entente.policy.GraphqlLimits;
import io.entente.policy.PolicyKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphqlMeaningTest {

  private static GraphqlLimits limits(int depth, int fields, int aliases, int fragments) {
    return new GraphqlLimits(
        Optional.of(depth), Optional.of(fields), Optional.of(aliases), Optional.of(fragments));
  }

  private static Exchange request(String method, String query, String type, String body) {
    Exchange plain =
        from("10.0.0.1", type.isEmpty() ? Map.of() : Map.of("content-type", List.of(type)));
    var exchange =
        new Exchange(
                plain.route(),
                method,
                "/graphql",
                plain.requestHeaders(),
                plain.clientAddress(),
                Optional.empty())
            .withQuery(query);
    return body.isEmpty() ? exchange : exchange.withBody(Payload.of(body));
  }

  private static Exchange document(String text) {
    return request("POST", "", "application/graphql", text);
  }

  private static String decide(PolicyKind rule, Exchange exchange) {
    Decision decision =
        PolicyEngine.evaluateRequest(
            List.of(policy("graphs", rule)), exchange, new State(10), START);
    return decision instanceof Reject reject ? reject.status() + " " + reject.rule() : "pass";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{a}|1|1|0|0",
        "{a{b{c}}}|3|3|0|0",
        "{x:a y:a{z:b}}|2|3|3|0",
        "{a{...on T{b{c}}}}|3|3|0|0",
        "{a{...F}b{...F}} fragment F on T{c{x:d}}|3|6|2|1",
        "{a} fragment F on T{b{c{d}}}|1|1|0|1",
        "query A{a} query B{b{c}}|2|2|0|0",
        "{a(x:\"{{{\"){b}}|2|2|0|0",
        "subscription{a{b}}|2|2|0|0",
      })
  void countsWhatAnOperationComesTo(String text, int depth, int fields, int aliases, int frags) {
    int some = Math.max(1, frags);
    assertThat(decide(limits(depth, fields, aliases, some), document(text))).isEqualTo("pass");
    if (depth > 1) {
      assertThat(decide(limits(depth - 1, fields, aliases, some), document(text)))
          .isEqualTo("400 graphqlLimits.maxDepth");
    }
    if (fields > 1) {
      assertThat(decide(limits(depth, fields - 1, aliases, some), document(text)))
          .isEqualTo("400 graphqlLimits.maxFields");
    }
    if (aliases > 0) {
      assertThat(decide(limits(depth, fields, aliases - 1, some), document(text)))
          .isEqualTo("400 graphqlLimits.maxAliases");
    }
  }

  @Test
  void manyFragmentsAreTooMany() {
    assertThat(
            decide(
                limits(9, 9, 9, 1), document("{...F ...G} fragment F on T{a} fragment G on T{b}")))
        .isEqualTo("400 graphqlLimits.maxFragments");
  }

  @Test
  void fragmentsThatMultiplyAreCountedAndNotSpelledOut() {
    // Given
    var text = new StringBuilder("{...F40}fragment F0 on T{a}");
    for (int i = 1; i <= 40; i++) {
      text.append("fragment F%d on T{...F%d ...F%d}".formatted(i, i - 1, i - 1));
    }

    // Then
    assertThat(decide(limits(9, 100_000, 9, 100), document(text.toString())))
        .isEqualTo("400 graphqlLimits.maxFields");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "GET|query=%7Ba%7D|-|-|pass",
        "HEAD|x=1&query=%7Ba%7D|-|-|pass",
        "GET|-|-|-|400",
        "GET|query=%7Ba%7D&query=%7Ba%7D|-|-|400",
        "OPTIONS|-|-|-|pass",
        "POST|-|application/json|{\"query\": \"{a}\", \"variables\": {\"x\": [1]}}|pass",
        "POST|-|Application/JSON; charset=UTF-8|{\"query\": \"{\\u0061}\"}|pass",
        "POST|-|application/json|{\"query\": \"{a}\", \"query\": \"{b}\"}|400",
        "POST|-|application/json|[{\"query\": \"{a}\"}]|400",
        "POST|-|application/json|{\"extensions\": {\"persistedQuery\": {}}}|400",
        "POST|-|application/json|{\"query\": 1}|400",
        "POST|-|application/json|{\"query\": \"{a}\"} {}|400",
        "POST|-|application/json; charset=utf-16|{\"query\": \"{a}\"}|400",
        "POST|-|multipart/form-data; boundary=b|{a}|400",
        "POST|-|-|{a}|400",
        "POST|query=%7Ba%7D|application/graphql|{a}|400",
        "PUT|-|application/graphql|{a}|pass",
        "POST|-|application/graphql|{a|400",
        "POST|-|application/graphql|type T{a: Int}|400",
        "POST|-|application/graphql|fragment F on T{a}|400",
        "POST|-|application/graphql|{...F} fragment F on T{...F}|400",
        "POST|-|application/graphql|{...F}|400",
      })
  void readsADocumentWhereItIsClearWhichItIs(
      String method, String query, String type, String body, String expected) {
    Exchange exchange =
        request(
            method, query == null ? "" : query, type == null ? "" : type, body == null ? "" : body);

    assertThat(decide(limits(9, 9, 9, 9), exchange)).startsWith(expected);
    assertThat(decide(new GraphqlIntrospection(false), exchange)).startsWith(expected);
    assertThat(decide(new GraphqlIntrospection(true), exchange)).isEqualTo("pass");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{__schema{types{name}}}|403",
        "{x:__type(name:\"T\"){name}}|403",
        "{a{...F}} fragment F on Query{__schema{types{name}}}|403",
        "{a} fragment F on Query{__schema{types{name}}}|403",
        "query Q{a} query R{__schema{types{name}}}|403",
        "{__typename a(x:\"__schema\"){b}}|pass",
        "{__schema:a}|pass",
      })
  void askingForTheSchemaIsSeenWhereverItIs(String text, String expected) {
    assertThat(decide(new GraphqlIntrospection(false), document(text))).startsWith(expected);
  }

  @Test
  void aCommentAsksForNothing() {
    assertThat(decide(new GraphqlIntrospection(false), document("{a # __schema\n}")))
        .isEqualTo("pass");
  }

  @Test
  void whatIsTooMuchToReadIsRefusedAndNotRead() {
    String deep = "{a".repeat(5_000) + "}".repeat(5_000);
    assertThat(decide(limits(9, 9, 9, 9), document(deep))).startsWith("400");
    assertThat(decide(limits(9, 9, 9, 9), document("{" + "a ".repeat(60_000) + "}")))
        .isEqualTo("400 graphqlLimits.document");
  }
}
