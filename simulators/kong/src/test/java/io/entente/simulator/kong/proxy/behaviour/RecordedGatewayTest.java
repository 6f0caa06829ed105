package io.entente.simulator.kong.proxy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.KongNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers, log entries and metrics against those recorded from one node, in their order. */
class RecordedGatewayTest {

  /** In the order of the recording. */
  private static final List<String> REQUESTS =
      List.of(
          "200-keyauth",
          "200-post",
          "401-no-key",
          "401-bad-key",
          "403-ip-restriction",
          "502-upstream-down",
          "504-upstream-timeout",
          "404-no-route",
          "503-no-service",
          "500-upstream",
          "405-method-not-in-route",
          "rate-limited-ok-1",
          "rate-limited-ok-2",
          "429-rate-limited",
          "200-transform",
          "200-response-transform",
          "503-terminated",
          "403-acl",
          "200-acl",
          "403-bot",
          "413-size",
          "200-jwt",
          "401-jwt-bad-signature",
          "401-jwt-expired",
          "401-jwt-no-token",
          "200-basic",
          "cors-preflight",
          "cors-actual",
          "cache-miss",
          "cache-hit",
          "custom-fields");

  private static final Map<String, String> RECORDED_AT =
      Map.of("proxy", "127.0.0.1:8000", "a", "127.0.0.1:9001", "log", "127.0.0.1:9002");
  private static final Set<String> COUNTS_WITH_TIME =
      Set.of(
          "ratelimit-reset",
          "retry-after",
          "ratelimit-remaining",
          "x-ratelimit-remaining-minute",
          "x-ratelimit-remaining-hour");
  private static final Set<String> ECHO_VARIES =
      Set.of("Connection", "Via", "X-Kong-Request-Id", "X-Forwarded-Port", "Authorization");

  private Lane lane;
  private Lab lab;
  private KongNode node;
  private Normal mine;
  private final Normal recorded = new Normal(RECORDED_AT);

  @BeforeEach
  void start() throws IOException {
    lane = new Lane(Upstream.Style.ECHO);
    lab = lane.lab();
    node = lane.node(Wires.MAPPER.createObjectNode());
    mine =
        new Normal(
            Map.of(
                "proxy", "127.0.0.1:8000",
                "a", "127.0.0.1:" + lab.ports().get("a"),
                "log", "127.0.0.1:" + lab.ports().get("log")));
    JsonNode setup = Recordings.json("setup.json").get("config");
    new AdminClient(node.adminPort()).apply(lab.substitute(setup));
  }

  @AfterEach
  void stop() {
    lane.close();
  }

  @Test
  void answersLogsAndCountsLikeTheRecordedNode() throws IOException {
    var differences = new ArrayList<String>();
    for (String name : REQUESTS) {
      // Given
      JsonNode recording = Recordings.json("09-proxy-" + name + ".json");
      if (name.equals("rate-limited-ok-1")) {
        await("three requests in one minute")
            .atMost(Duration.ofSeconds(15))
            .until(() -> System.currentTimeMillis() % 60_000 < 55_000);
      }

      // When
      ObjectNode answer = new RawClient(node.proxyPort()).send(request(name, recording));
      List<JsonNode> logs = new ArrayList<>();
      await().atMost(Duration.ofSeconds(10)).until(() -> logs.addAll(lab.drainLogs()));

      // Then
      differences.addAll(compare(name, recording, answer));
      differences.addAll(compareLog(name, logs));
    }
    assertThat(differences).isEmpty();
    assertThat(String.join(" ", lab.logHeaders().stream().map(JsonNode::toString).toList()))
        .contains("[\"x-log-token\",\"abc\"]")
        .contains("[\"content-type\",\"application/json\"]")
        .contains("lua-resty-http/");
    assertThat(series(new AdminClient(node.adminPort()).get("/metrics")))
        .containsExactlyInAnyOrderElementsOf(series(Recordings.text("11-metrics-8001.txt")));
  }

  private List<String> compare(String name, JsonNode recording, ObjectNode answer) {
    ArrayNode headers = Wires.MAPPER.createArrayNode();
    for (JsonNode header : recording.get("headers")) {
      String lower = header.get(0).asText().toLowerCase(java.util.Locale.ROOT);
      headers.addArray().add(lower).add(header.get(1).asText());
    }
    ObjectNode tolerated = Wires.MAPPER.createObjectNode();
    COUNTS_WITH_TIME.forEach(header -> tolerated.put(header, "present"));
    var differences = new ArrayList<String>();
    new HeaderComparison(recorded, mine)
        .differences(
            headers, answer.get("headers"), HeaderComparison.RESPONSE_VARIES, tolerated, 0, 0)
        .forEach(d -> differences.add(name + " " + d));
    String status = recording.get("status").asText();
    if (!status.equals(answer.get("status").asText())) {
      differences.add(name + " status " + status + ", got " + answer);
    }
    JsonNode body = recording.get("body");
    String text = body.isTextual() ? body.asText() : body.toString();
    JsonNode expected = withoutVaryingHeaders(recorded.body(textNode(text)));
    JsonNode got = withoutVaryingHeaders(mine.body(answer.get("body")));
    if (!text.equals("(echo)") && !expected.equals(got)) {
      differences.add(name + " body " + expected + ", got " + got);
    }
    return differences;
  }

  private List<String> compareLog(String name, List<JsonNode> logs) throws IOException {
    Optional<JsonNode> recording = Recordings.find("10-httplog-" + name + ".json");
    if (recording.isEmpty()) {
      return List.of();
    }
    JsonNode entry = recording.get().path("body");
    JsonNode expected = recorded.log(entry.isMissingNode() ? recording.get() : entry);
    ((ObjectNode) expected).remove("correlation_id");
    JsonNode got = mine.log(logs.get(0));
    ((ObjectNode) got).remove("correlation_id");
    for (JsonNode side : List.of(expected, got)) {
      COUNTS_WITH_TIME.forEach(h -> header(side, h));
      header(side, "x-cache-key");
      hide(side, "connect_timeout");
    }
    return expected.equals(got)
        ? List.of()
        : List.of(name + " log " + expected + "\n   got " + got);
  }

  private static void header(JsonNode entry, String name) {
    if (entry.at("/response/headers") instanceof ObjectNode headers) {
      headers.remove(name);
    }
  }

  private static void hide(JsonNode entry, String field) {
    if (entry.path("service") instanceof ObjectNode service) {
      service.remove(field);
    }
  }

  private ObjectNode request(String name, JsonNode recording) {
    JsonNode asked = recording.get("request");
    ObjectNode request = Wires.MAPPER.createObjectNode();
    String url = asked.path("url").asText("http://127.0.0.1:8000/jwt/1");
    URI uri = URI.create(url);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    request.put("method", asked.path("method").asText("GET")).put("path", uri.getRawPath() + query);
    ArrayNode headers = request.putArray("headers");
    headers.addArray().add("Host").add("127.0.0.1:8000");
    headers.addArray().add("Accept-Encoding").add("identity");
    asked
        .path("headers")
        .properties()
        .forEach(
            header -> {
              String value = header.getValue().asText();
              boolean token = value.contains("<HS256 token>");
              headers.addArray().add(header.getKey()).add(token ? Tokens.bearer(name) : value);
            });
    if (asked.has("body")) {
      boolean text = asked.get("body").isTextual();
      request.put("body", text ? asked.get("body").asText() : "{\"item\": 1}");
      if (!text) {
        headers.addArray().add("Content-Type").add("application/json");
      }
    }
    return request;
  }

  private static JsonNode withoutVaryingHeaders(JsonNode body) {
    if (body.path("headers") instanceof ObjectNode headers) {
      headers.remove(ECHO_VARIES);
    }
    return body;
  }

  /** Names and labels of request counters, but for routes and clients the test does not have. */
  private static Set<String> series(String page) {
    var series = new TreeSet<String>();
    Pattern wanted =
        Pattern.compile(
            "(kong_(http_requests_total|bandwidth_bytes|(kong|request|upstream)_latency_ms_count)"
                + "\\{.*}) .*");
    for (String line : page.split("\n", -1)) {
      var parts = wanted.matcher(line);
      boolean other =
          line.contains("llm-route") || line.contains("batch-route") || line.contains("\"499\"");
      if (parts.matches() && !other) {
        series.add(parts.group(1));
      }
    }
    return series;
  }

  private static JsonNode textNode(String text) {
    return Wires.MAPPER.getNodeFactory().textNode(text);
  }
}
