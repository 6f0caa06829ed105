package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Headers;
import io.entente.engine.Trust;
import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.tree.Node;
import io.entente.policy.OpenApiValidation;
import io.entente.policy.OpenApiValidation.Part;
import io.entente.policy.OpenApiValidation.Unknown;
import io.entente.translator.testkit.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which requests are refused is what the engine says, or stricter as stated. */
class OpenApiMeaningTest {

  private static final long SEED = 20261122;

  private static final Node.Obj DOCUMENT =
      (Node.Obj)
          YamlTree.readAll(
                  """
                  openapi: 3.0.3
                  info: {title: orders, version: "1"}
                  paths:
                    /orders:
                      get:
                        parameters:
                          - {name: max, in: query, schema: {type: integer, minimum: 1, maximum: 50}}
                          - {name: tag, in: query, schema: {type: array, maxItems: 2, items: {type: string, maxLength: 3}}}
                          - {name: x-trace, in: header, required: true, schema: {type: string, pattern: "^[a-f]+$"}}
                          - {name: open, in: query, schema: {type: boolean}}
                      post:
                        requestBody: {$ref: '#/components/requestBodies/One'}
                    /orders/{id}:
                      parameters:
                        - {name: id, in: path, required: true, schema: {type: integer}}
                      get:
                        parameters:
                          - {name: session, in: cookie, schema: {type: string, enum: [a, b]}}
                      delete: {}
                    /orders/last:
                      get: {}
                      put:
                        requestBody:
                          content:
                            application/json: {schema: {type: array, items: {type: number}}}
                  components:
                    requestBodies:
                      One:
                        required: true
                        content:
                          application/json: {schema: {$ref: '#/components/schemas/Order'}}
                    schemas:
                      Order:
                        type: object
                        required: [id]
                        additionalProperties: false
                        properties:
                          id: {type: integer, nullable: true}
                          note: {type: string, maxLength: 5}
                          parent: {$ref: '#/components/schemas/Order'}
                  """,
                  TreeLimits.DOCUMENT)
              .get(0);

  private static final List<String> PATHS =
      List.of("", "", "", "/7", "/7", "/x", "/last", "/last", "/last/", "/", "/7/lines", "/1.5");
  private static final List<String> QUERIES =
      List.of(
          "",
          "",
          "",
          "max=5",
          "max=51",
          "max=five",
          "max=1&max=2",
          "tag=a&tag=b",
          "tag=long",
          "tag=a&tag=b&tag=c",
          "open=true",
          "open=yes",
          "other=1",
          "max=");
  private static final List<String> BODIES =
      List.of(
          "{\"id\": 1}",
          "{\"id\": 1}",
          "{\"id\": null}",
          "{\"note\": \"x\"}",
          "{\"id\": 1, \"note\": \"toolong\"}",
          "{\"id\": 1, \"parent\": {\"id\": 2}}",
          "{\"id\": 1, \"parent\": {\"id\": \"2\"}}",
          "{\"id\": 1, \"more\": 1}",
          "[1, 2.5]",
          "[\"1\"]",
          "{\"id\": 1",
          "",
          "text");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/json",
          "application/json; charset=utf-8",
          "text/plain",
          "application/xml",
          "Application/JSON");

  @Test
  void refusesTheRequestsTheEngineRefuses() {
    var random = new Random(SEED);
    var statuses = new TreeMap<Integer, Integer>();
    int stricter = 0;
    for (int round = 0; round < 600; round++) {
      // Given
      OpenApiValidation rule = rule(random);
      var lane = new AccessLane(List.of(Policies.enforcing("p", rule)), Trust.none());
      Asked sent = asked(random);
      lane.suffix = sent.suffix();
      lane.body = sent.body();
      String type = String.join("", sent.headers().get("content-type"));

      // When
      AccessLane.Result done = lane.done(sent.method(), sent.headers(), sent.query());
      AccessLane.Result meant = lane.meant(sent.method(), sent.headers(), sent.query());

      // Then
      statuses.merge(done.status(), 1, Integer::sum);
      if (!done.equals(meant)) {
        boolean stated = done.status() == 400 && type.equals("Application/JSON");
        assertThat(stated || lane.suffix.equals("/"))
            .as(
                "seed %d round %d: %s %s: %s, not %s",
                SEED, round, rule.request(), sent, done, meant)
            .isTrue();
        stricter++;
      }
    }
    assertThat(statuses.keySet()).containsExactly(0, 400);
    assertThat(statuses.values()).allMatch(count -> count > 60);
    assertThat(stricter).isBetween(1, 60);
    System.out.println("openapi: " + statuses + ", stricter as stated: " + stricter);
  }

  /** Each of what callers send once, all else as it has to be. */
  static List<Asked> every() {
    var every = new ArrayList<Asked>();
    Headers traced = Headers.none().set("x-trace", "abc");
    Stream.concat(
            QUERIES.stream(),
            Stream.of("max=0", "max=1", "max=50", "tag=abc", "tag=abcd", "open=1"))
        .forEach(query -> every.add(new Asked("GET", "", traced, query, "")));
    for (String path : PATHS) {
      for (String cookie : List.of("session=a", "session=b", "session=c", "b=1; session=b")) {
        every.add(new Asked("GET", path, traced.set("cookie", cookie), "", ""));
      }
      for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")) {
        every.add(new Asked(method, path, traced, "", ""));
      }
    }
    Stream.concat(
            BODIES.stream(),
            Stream.of(
                "{\"id\": \"x\"}",
                "{\"id\": 1, \"note\": 7}",
                "{\"id\": 1, \"note\": \"five5\"}",
                "{\"id\": 1, \"note\": \"longer by far\"}",
                "{\"id\": 1, \"parent\": 7}",
                "{\"id\": 1.5}",
                "{}",
                "[]",
                "7"))
        .forEach(
            body -> {
              Headers typed =
                  traced
                      .set("content-type", "application/json")
                      .set("content-length", Integer.toString(body.length()));
              every.add(new Asked("POST", "", typed, "", body));
              every.add(new Asked("PUT", "/last", typed, "", body));
            });
    for (String trace : List.of("xyz", "ABC", "abx", "")) {
      every.add(new Asked("GET", "", Headers.none().set("x-trace", trace), "", ""));
    }
    every.add(new Asked("GET", "", Headers.none(), "", ""));
    return every;
  }

  /** One that looks at all parts. */
  static OpenApiValidation whole(Random random) {
    OpenApiValidation rule = rule(random);
    while (rule.request().size() < 2) {
      rule = rule(random);
    }
    return rule;
  }

  static OpenApiValidation rule(Random random) {
    boolean deny = random.nextBoolean();
    boolean bodies = random.nextInt(4) > 0;
    return new OpenApiValidation(
        DOCUMENT,
        "/v1",
        bodies ? List.of(Part.PARAMETERS, Part.BODY) : List.of(Part.PARAMETERS),
        deny ? Unknown.DENY : Unknown.PASS,
        Unknown.DENY);
  }

  static Asked asked(Random random) {
    String suffix = any(random, PATHS);
    String method = any(random, List.of("GET", "GET", "POST", "PUT", "DELETE", "OPTIONS"));
    String body = List.of("POST", "PUT").contains(method) ? any(random, BODIES) : "";
    var values = new TreeMap<String, List<String>>();
    if (random.nextInt(12) > 0) {
      values.put("x-trace", List.of(any(random, List.of("abc", "abc", "abc", "abc", "xyz"))));
    }
    if (random.nextInt(6) == 0) {
      values.put(
          "cookie", List.of(any(random, List.of("session=a", "session=c", "b=1; session=b"))));
    }
    String type = any(random, TYPES);
    if (!body.isEmpty()) {
      values.put("content-type", List.of(type));
      values.put("content-length", List.of(Integer.toString(body.length())));
    }
    return new Asked(method, suffix, Headers.of(values), any(random, QUERIES), body);
  }

  private static <T> T any(Random random, List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
