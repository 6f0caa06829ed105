package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Reject;
import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.tree.Node;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.OpenApiValidation.Part;
import io.entente.policy.OpenApiValidation.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenApiMeaningTest {

  private static final String DOCUMENT =
      """
      openapi: 3.0.3
      paths:
        /orders:
          get:
            parameters:
              - {name: max, in: query, schema: {type: integer, maximum: 50}}
              - {name: tag, in: query, schema: {type: array, maxItems: 2, items: {type: string}}}
              - {name: X-Trace, in: header, required: true, schema: {type: string, pattern: '^\\d{2}$'}}
              - {name: session, in: cookie, schema: {type: boolean}}
          post:
            requestBody: {$ref: '#/components/requestBodies/One'}
        /orders/{id}:
          parameters: [{$ref: '#/components/parameters/Id'}]
          get: {}
          put:
            parameters: [{name: id, in: path, required: true, schema: {type: string, enum: [all]}}]
            requestBody: {content: {'application/*': {}}}
        /orders/last: {get: {}}
        /{any}/last: {get: {}, delete: {}}
      components:
        parameters:
          Id: {name: id, in: path, required: true, schema: {$ref: '#/components/schemas/Id'}}
        requestBodies:
          One:
            required: true
            content:
              application/json: {schema: {$ref: '#/components/schemas/Order'}}
              text/csv: {}
        schemas:
          Id: {type: integer, minimum: 1}
          Order:
            type: object
            required: [id]
            additionalProperties: false
            properties:
              id: {type: integer, nullable: true}
              next: {$ref: '#/components/schemas/Order'}
      """;

  private static OpenApiValidation rule(Unknown parameters, Unknown paths, Part... parts) {
    return new OpenApiValidation(
        (Node.Obj) YamlTree.readAll(DOCUMENT, TreeLimits.DOCUMENT).get(0),
        "/v1",
        List.of(parts),
        parameters,
        paths);
  }

  private static final OpenApiValidation RULE =
      rule(Unknown.DENY, Unknown.DENY, Part.PARAMETERS, Part.BODY);

  private static String decide(
      OpenApiValidation rule,
      String method,
      String target,
      Map<String, String> headers,
      String body) {
    var values = new TreeMap<String, List<String>>();
    headers.forEach(
        (name, value) -> values.put(name, new ArrayList<>(List.of(value.split("\\|")))));
    Exchange plain = from("10.0.0.1", values);
    String[] parts = target.split("\\?", 2);
    var exchange =
        new Exchange(
                plain.route(),
                method,
                parts[0],
                plain.requestHeaders(),
                plain.clientAddress(),
                Optional.empty())
            .withQuery(parts.length > 1 ? parts[1] : "");
    Decision decision =
        PolicyEngine.evaluateRequest(
            List.of(policy("described", rule)),
            body.isEmpty() ? exchange : exchange.withBody(Payload.of(body)),
            new State(10),
            START);
    return decision instanceof Reject reject ? reject.status() + " " + reject.rule() : "pass";
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/orders/7, pass",
    "GET, /v1/orders/0, 400 openApiValidation.parameters",
    "GET, /v1/orders/seven, 400 openApiValidation.parameters",
    "GET, /v1/orders/%37, pass",
    "GET, /v1/orders/+7, 400 openApiValidation.parameters",
    "GET, /v1/orders/last, pass",
    "DELETE, /v1/orders/last, 400 openApiValidation.paths",
    "DELETE, /v1/carts/last, pass",
    "PUT, /v1/orders/all, pass",
    "PUT, /v1/orders/7, 400 openApiValidation.parameters",
    "POST, /v1/orders/7, 400 openApiValidation.paths",
    "GET, /orders/7, 400 openApiValidation.paths",
    "GET, /v1/orders/7/, 400 openApiValidation.paths",
    "GET, /v1, 400 openApiValidation.paths",
    "OPTIONS, /v1/orders/7, 400 openApiValidation.paths",
  })
  void takesPathsAndMethodsOfTheDocument(String method, String path, String expected) {
    assertThat(decide(RULE, method, path, Map.of(), "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "max=50;12;-;pass",
        "max=51;12;-;400 openApiValidation.parameters",
        "max=5.0;12;-;400 openApiValidation.parameters",
        "max=;12;-;400 openApiValidation.parameters",
        "max=1&max=2;12;-;400 openApiValidation.parameters",
        "tag=a&tag=b;12;-;pass",
        "tag=a&tag=b&tag=c;12;-;400 openApiValidation.parameters",
        "-;-;-;400 openApiValidation.parameters",
        "-;123;-;400 openApiValidation.parameters",
        "-;12|12;-;400 openApiValidation.parameters",
        "-;12;session=true;pass",
        "-;12;session=yes;400 openApiValidation.parameters",
        "other=1;12;-;400 openApiValidation.unknownParameters",
        "-;12;session=true+ other=1;400 openApiValidation.unknownParameters",
      })
  void holdsParametersAgainstTheirSchemas(
      String query, String trace, String cookie, String expected) {
    var headers = new TreeMap<String, String>();
    Optional.ofNullable(trace).ifPresent(value -> headers.put("x-trace", value));
    Optional.ofNullable(cookie).ifPresent(value -> headers.put("cookie", value.replace('+', ';')));
    String target = "/v1/orders" + Optional.ofNullable(query).map(q -> "?" + q).orElse("");

    assertThat(decide(RULE, "GET", target, headers, "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "application/json;{\"id\": 1};pass",
        "application/json;{\"id\": null, \"next\": {\"id\": 2}};pass",
        "application/json;{\"id\": 1, \"next\": {\"id\": \"2\"}};400 openApiValidation.body",
        "application/json;{\"id\": \"1\"};400 openApiValidation.body",
        "application/json;{\"id\": 1, \"more\": 1};400 openApiValidation.body",
        "application/json;{\"id\": 1, \"id\": 1};400 openApiValidation.body",
        "application/json;{\"id\": 1} {};400 openApiValidation.body",
        "application/json;{\"id\": 1;400 openApiValidation.body",
        "application/json;-;400 openApiValidation.body",
        "text/csv;{;pass",
        "text/plain;{\"id\": 1};400 openApiValidation.body",
        "application/json|text/csv;{\"id\": 1};400 openApiValidation.body",
        "-;{\"id\": 1};400 openApiValidation.body",
      })
  void holdsBodiesAgainstTheirSchemas(String type, String body, String expected) {
    Map<String, String> headers = type == null ? Map.of() : Map.of("content-type", type);
    assertThat(decide(RULE, "POST", "/v1/orders", headers, body == null ? "" : body))
        .isEqualTo(expected);
  }

  @Test
  void deepBodiesAreRefusedNotFollowed() {
    var headers = Map.of("content-type", "application/json");
    String deep = "{\"id\":1,\"next\":".repeat(90) + "{\"id\":1}" + "}".repeat(90);
    String deeper = "{\"id\":1,\"next\":".repeat(100_000) + "{\"id\":1}" + "}".repeat(100_000);

    assertThat(decide(RULE, "POST", "/v1/orders", headers, deep)).isEqualTo("pass");
    assertThat(decide(RULE, "POST", "/v1/orders", headers, deeper))
        .isEqualTo("400 openApiValidation.body");
  }

  @Test
  void whatIsNotAskedIsNotJudged() {
    var bodies = rule(Unknown.DENY, Unknown.PASS, Part.BODY);
    var parameters = rule(Unknown.PASS, Unknown.DENY, Part.PARAMETERS);

    assertThat(decide(bodies, "GET", "/v1/orders/seven?x=1", Map.of(), "")).isEqualTo("pass");
    assertThat(decide(bodies, "GET", "/elsewhere", Map.of(), "")).isEqualTo("pass");
    assertThat(decide(bodies, "POST", "/v1/orders", Map.of(), ""))
        .isEqualTo("400 openApiValidation.body");
    assertThat(decide(parameters, "POST", "/v1/orders?x=1", Map.of(), "{")).isEqualTo("pass");
  }

  @Test
  void aPatternTakesLinearTime() {
    Node.Obj document =
        (Node.Obj)
            YamlTree.readAll(
                    """
                    openapi: 3.1.0
                    paths:
                      /a: {get: {parameters: [{name: q, in: query, schema: {type: string, pattern: '^(a+)+$'}}]}}
                    """,
                    TreeLimits.DOCUMENT)
                .get(0);
    var rule =
        new OpenApiValidation(document, "", List.of(Part.PARAMETERS), Unknown.PASS, Unknown.DENY);

    assertThat(decide(rule, "GET", "/a?q=" + "a".repeat(50_000) + "b", Map.of(), ""))
        .isEqualTo("400 openApiValidation.parameters");
    assertThat(decide(rule, "GET", "/a?q=" + "a".repeat(50_000), Map.of(), "")).isEqualTo("pass");
  }

  @ParameterizedTest
  @CsvSource({"{type: string; pattern: '(?=a)'}", "{type: integer; minimum: small}"})
  void aSchemaThatCannotBeUsedIsSaidToBeSo(String schema) {
    Node.Obj document =
        (Node.Obj)
            YamlTree.readAll(
                    "{openapi: 3.1.0, paths: {}, components: {schemas: {Odd: "
                        + schema.replace(";", ",")
                        + "}}}",
                    TreeLimits.DOCUMENT)
                .get(0);
    var rule =
        new OpenApiValidation(document, "", List.of(Part.PARAMETERS), Unknown.PASS, Unknown.DENY);

    assertThat(RuleTexts.problem(policy("described", rule).policy()))
        .hasValueSatisfying(
            problem -> {
              assertThat(problem.code()).isEqualTo("OPENAPI_SCHEMA_INVALID");
              assertThat(problem.value()).contains("/components/schemas/Odd");
            });
    assertThat(RuleTexts.problem(policy("described", RULE).policy())).isEmpty();
  }
}
