package io.entente.simulator.kong.proxy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.KongNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Targets that fail, and what becomes of them. */
class BalancingTest {

  private static final String CONFIG =
      """
      {"upstreams": [{"name": "pool", %s "targets": [
         {"target": "@UP_HOST@:%s", "weight": 100}, {"target": "@UP_HOST@:@B_PORT@", "weight": 100}]}],
       "services": [{"name": "s", "host": "pool", "port": 80}],
       "routes": [{"name": "r", "service": {"name": "s"}, "paths": ["/"]}]}
      """;

  private Lane lane;
  private KongNode node;
  private AdminClient admin;

  @BeforeEach
  void open() throws IOException {
    lane = new Lane();
    node = lane.node(Wires.MAPPER.createObjectNode());
    admin = new AdminClient(node.adminPort());
  }

  @AfterEach
  void close() {
    lane.close();
  }

  @Test
  void goesOnToTheNextTargetWhenOneRefusesTheConnection() throws IOException {
    // Given
    configure("", "@DEAD_PORT@");

    // When
    List<String> answers = answers("POST", 4);

    // Then
    assertThat(answers).containsOnly("200 b");
  }

  @Test
  void takesATargetOutAfterTheFailuresOfThePassiveCheck() throws IOException {
    // Given
    String passive =
        "\"healthchecks\": {\"passive\": {\"unhealthy\":"
            + " {\"http_failures\": 2, \"http_statuses\": [500]}}},";
    configure(passive, "@A_PORT@");
    lane.lab().setDefaults(Wires.object("{\"a\": {\"status\": 500}}"));

    // When
    List<String> answers = answers("GET", 10);

    // Then
    assertThat(answers).filteredOn("500 a"::equals).hasSize(2);
    assertThat(answers.subList(5, 10)).containsOnly("200 b");
    assertThat(health()).contains("UNHEALTHY").contains("\"HEALTHY\"");
  }

  @Test
  void hasNoPeerWhenEveryTargetIsOutUntilOneIsDeclaredHealthy() throws IOException {
    // Given
    String passive =
        "\"healthchecks\": {\"passive\": {\"unhealthy\":"
            + " {\"http_failures\": 1, \"http_statuses\": [500]}}},";
    configure(passive, "@A_PORT@");
    lane.lab().setDefaults(Wires.object("{\"a\": {\"status\": 500}, \"b\": {\"status\": 500}}"));

    // When
    answers("GET", 2);

    // Then
    assertThat(answers("GET", 1)).containsExactly("503 ");
    lane.lab().reset();
    String target = Lab.HOST + ":" + lane.lab().ports().get("b");
    admin.call("PUT", "/upstreams/pool/targets/" + target + "/healthy", none());
    await().atMost(Duration.ofSeconds(5)).until(() -> answers("GET", 1).equals(List.of("200 b")));
  }

  private void configure(String checks, String first) throws IOException {
    JsonNode config = Wires.object(CONFIG.formatted(checks, first));
    admin.apply(lane.lab().substitute(config));
  }

  private List<String> answers(String method, int times) throws IOException {
    var answers = new ArrayList<String>();
    String request =
        "{\"method\": \"%s\", \"path\": \"/\", \"headers\": [[\"Host\", \"x\"]]}".formatted(method);
    for (int i = 0; i < times; i++) {
      ObjectNode answer = new RawClient(node.proxyPort()).send(Wires.object(request));
      answers.add(
          answer.get("status").asText() + " " + Wires.first(answer.get("headers"), "x-upstream"));
    }
    return answers;
  }

  private String health() {
    return admin.get("/upstreams/pool/health");
  }

  private static JsonNode none() {
    return Wires.MAPPER.missingNode();
  }
}
