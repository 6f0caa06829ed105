package io.entente.hub.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.hub.test.Operations;
import io.entente.hub.test.Operations.Operation;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Garbage on every operation: a clear problem, and nothing else changes. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class BadInputTest {

  private static final List<String> GARBAGE =
      List.of(
          "",
          "{not json",
          "null",
          "[]",
          "\"text\"",
          "{\"unknown\": 1}",
          "{\"gateway\": 7, \"hash\": [], \"toVersion\": \"x\", \"name\": {}, \"permissions\": 1}",
          "{\"gateway\": \"no such\", \"hash\": \"zz\", \"toVersion\": -1}",
          "[".repeat(20_000),
          "{\"gateway\": \"" + "x".repeat(100_000) + "\"}",
          "a: &a [*a, *a]",
          "\u0000\u0001\uFFFF");

  private static final List<String> NAMES =
      List.of("no-such", "UPPER", "%00", "a%2Fb", "..%2F..", "x".repeat(300), "%F0%9F%92%A9");

  private static final List<String> QUERIES =
      List.of(
          "from=yesterday&to=%00",
          "gateway=%27%3B--&api=NO&route=%2F",
          "groupBy=everything&bucket=-1&limit=-5",
          "limit=999999999999999999999",
          "node=%00&adminPort=99999999");

  @Test
  void garbageInABodyIsAProblemAndChangesNothing() {
    // Given
    var before = state();
    for (Operation operation : Operations.all()) {
      if (operation.takesBody()) {
        for (String body : GARBAGE) {
          for (String type : List.of("application/json", "application/yaml", "text/plain")) {
            // When
            Response answer =
                HubClient.admin()
                    .contentType(type)
                    .body(body.getBytes(StandardCharsets.UTF_8))
                    .request(operation.method(), operation.at("no-such"));
            // Then
            assertProblem(operation + " " + type + " " + head(body), answer);
          }
        }
      }
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void garbageInAPathOrQueryIsAProblemAndChangesNothing() {
    // Given
    var before = state();
    for (Operation operation : Operations.all()) {
      for (String name : NAMES) {
        if (!operation.path().contains("{") || live(operation)) {
          continue;
        }
        // When
        Response answer =
            HubClient.admin()
                .urlEncodingEnabled(false)
                .contentType("application/json")
                .request(operation.method(), operation.at(name));
        // Then
        assertProblem(operation + " " + head(name), answer);
      }
      for (String query : QUERIES) {
        if (operation.method().equals("GET") && !live(operation)) {
          // When
          Response answer =
              HubClient.admin()
                  .urlEncodingEnabled(false)
                  .get(operation.at("no-such") + "?" + query);
          // Then
          assertClear(operation + "?" + query, answer);
        }
      }
    }
    assertThat(state()).isEqualTo(before);
  }

  @Test
  void anOversizeBodyIsRefusedAsTooLargeBeforeItIsSent() throws IOException {
    // Given
    var before = state();
    for (Operation operation : Operations.all()) {
      if (operation.takesBody()) {
        // When
        String answer = announce(operation, 13L << 20);
        // Then
        assertThat(answer)
            .as(operation.toString())
            .startsWith("HTTP/1.1 413")
            .contains("application/problem+json", "BODY_TOO_LARGE", "nextStep");
      }
    }
    assertThat(state()).isEqualTo(before);
  }

  /** Sends the head of a request with a body of this size, and reads what comes back. */
  private static String announce(Operation operation, long size) throws IOException {
    try (var socket = new Socket("127.0.0.1", RestAssured.port)) {
      socket.setSoTimeout(10_000);
      String head =
          operation.method()
              + " "
              + operation.at("no-such")
              + " HTTP/1.1\r\nHost: hub\r\nAuthorization: Bearer "
              + HubClient.adminToken()
              + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
              + size
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A stream that does not end by itself. */
  private static boolean live(Operation operation) {
    return operation.path().endsWith("/live");
  }

  private static void assertProblem(String what, Response answer) {
    assertThat(answer.statusCode()).as(what + "\n" + answer.asString()).isBetween(400, 499);
    assertClear(what, answer);
  }

  private static void assertClear(String what, Response answer) {
    assertThat(answer.statusCode()).as(what + "\n" + answer.asString()).isLessThan(500);
    if (answer.statusCode() >= 400) {
      assertThat(answer.contentType())
          .as(what + answer.statusCode() + answer.headers() + answer.asString())
          .startsWith("application/problem+json");
      assertThat(answer.jsonPath().getString("code")).as(what).isNotBlank();
      assertThat(answer.jsonPath().getString("nextStep")).as(what).isNotBlank();
    }
  }

  private static String head(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "..." : text;
  }

  /** What callers change; what the hub finds out by itself meanwhile is left out. */
  private static Map<String, String> state() {
    var state = new TreeMap<String, String>();
    for (String list : List.of("apis", "policies", "plans")) {
      state.put(list, HubClient.admin().get("/api/" + list).asString());
    }
    state.put("tokens", identified("tokens", "it.name + it.permissions + it.createdAt"));
    state.put("gateways", identified("gateways", "it.name + it.version"));
    return state;
  }

  private static String identified(String list, String by) {
    return HubClient.admin()
        .get("/api/" + list)
        .jsonPath()
        .getList("collect { " + by + " }")
        .toString();
  }
}
