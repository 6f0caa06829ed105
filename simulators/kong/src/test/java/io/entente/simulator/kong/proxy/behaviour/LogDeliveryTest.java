package io.entente.simulator.kong.proxy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.kong.proxy.SimulatedProxy;
import io.entente.simulator.kong.store.KongStore;
import io.entente.simulator.kong.store.NodeSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How log entries leave a node: batches, one queue a worker, lost when the endpoint is away. */
class LogDeliveryTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private Lab lab;
  private KongStore store;

  @BeforeEach
  void open() throws IOException {
    lab = new Lab(Upstream.Style.ECHO);
    store = new KongStore();
  }

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void sendsArraysOfAtMostOneBatchAndHasOneQueuePerWorker() throws IOException {
    // Given
    configure(lab.ports().get("log"), "{\"max_batch_size\":10,\"max_coalescing_delay\":0.5}");
    try (var proxy = new SimulatedProxy(store, NodeSettings.DEFAULT.withWorkers(2), 0)) {
      // When
      for (int i = 0; i < 30; i++) {
        get(proxy, "/x/" + i);
      }

      // Then
      var batches = new ArrayList<JsonNode>();
      await()
          .atMost(SOON)
          .until(
              () -> {
                batches.addAll(lab.drainLogs());
                return entries(batches).count() >= 30;
              });
      assertThat(batches).allMatch(JsonNode::isArray).allMatch(batch -> batch.size() <= 10);
      assertThat(entries(batches)).hasSize(30);
      assertThat(batches)
          .as("a batch holds the requests of one worker: every second connection")
          .allSatisfy(batch -> assertThat(parities(batch)).hasSize(1));
    }
  }

  @Test
  void sendsOneObjectWhereBatchesAreOff() throws IOException {
    // Given
    configure(lab.ports().get("log"), "{\"max_batch_size\":1}");
    try (var proxy = new SimulatedProxy(store, NodeSettings.DEFAULT, 0)) {
      // When
      get(proxy, "/x/1");

      // Then
      var logs = new ArrayList<JsonNode>();
      await().atMost(SOON).until(() -> logs.addAll(lab.drainLogs()));
      assertThat(logs).hasSize(1).allMatch(JsonNode::isObject);
    }
  }

  @Test
  void dropsTheOldestEntriesOfAFullQueueAndServesClientsAllTheSame() throws IOException {
    // Given
    int port = lab.ports().get("dead");
    configure(
        port,
        "{\"max_batch_size\":5,\"max_coalescing_delay\":0.01,\"max_entries\":5,\"initial_retry_delay\":0.05}");
    try (var proxy = new SimulatedProxy(store, NodeSettings.DEFAULT, 0)) {
      // When
      for (int i = 0; i < 12; i++) {
        assertThat(get(proxy, "/x/" + i)).isEqualTo(200);
      }

      // Then
      await().atMost(SOON).until(() -> proxy.lostLogEntries() == 7);
    }
  }

  @Test
  void triesAgainUntilTheEndpointIsBack() throws Exception {
    // Given
    int port = lab.ports().get("dead");
    configure(port, "{\"max_batch_size\":1,\"initial_retry_delay\":0.05,\"max_retry_delay\":0.1}");
    try (var proxy = new SimulatedProxy(store, NodeSettings.DEFAULT, 0)) {
      get(proxy, "/x/1");

      // When
      try (var back = new ServerSocket(port)) {
        back.setSoTimeout((int) SOON.toMillis());
        try (Socket connection = back.accept()) {
          // Then
          assertThat(Wires.line(connection.getInputStream())).startsWith("POST /log");
        }
      }
      assertThat(proxy.lostLogEntries()).isZero();
    }
  }

  @Test
  void logsAClientThatLeftAs499() throws IOException {
    // Given
    configure(lab.ports().get("log"), "{\"max_batch_size\":1}");
    try (var proxy = new SimulatedProxy(store, NodeSettings.DEFAULT, 0)) {
      // When
      try (var socket = new Socket(Lab.HOST, proxy.port())) {
        socket
            .getOutputStream()
            .write("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        await().atMost(SOON).until(() -> !lab.drainSeen().isEmpty());
      }

      // Then
      var logs = new ArrayList<JsonNode>();
      await().atMost(SOON).until(() -> logs.addAll(lab.drainLogs()));
      JsonNode entry = logs.get(0);
      assertThat(entry.at("/response/status").asInt()).isEqualTo(499);
      assertThat(entry.get("upstream_status").asText()).isEqualTo("-");
      assertThat(entry.get("source").asText()).isEqualTo("upstream");
    }
  }

  private void configure(int logPort, String queue) throws IOException {
    String id = "%08d-0000-4000-8000-000000000000";
    store.load(
        Map.of(
            "services",
            List.of(
                Wires.object(
                    "{\"id\":\"%s\",\"name\":\"s\",\"host\":\"127.0.0.1\",\"port\":%d}"
                        .formatted(id.formatted(1), lab.ports().get("a")))),
            "routes",
            List.of(
                Wires.object(
                    "{\"id\":\"%s\",\"paths\":[\"/\"],\"service\":{\"id\":\"%s\"}}"
                        .formatted(id.formatted(2), id.formatted(1)))),
            "plugins",
            List.of(
                Wires.object(
                    "{\"id\":\"%s\",\"name\":\"http-log\",\"config\":{\"http_endpoint\":\"http://127.0.0.1:%d/log\",\"queue\":%s}}"
                        .formatted(id.formatted(3), logPort, queue)))));
  }

  private static int get(SimulatedProxy proxy, String path) throws IOException {
    String json =
        "{\"method\":\"GET\",\"path\":\"%s\",\"headers\":[[\"Host\",\"x\"]]}".formatted(path);
    return new RawClient(proxy.port()).send(Wires.object(json)).get("status").asInt();
  }

  private static Stream<JsonNode> entries(List<JsonNode> batches) {
    return batches.stream().flatMap(batch -> Comparison.list(batch).stream());
  }

  private static Set<Integer> parities(JsonNode batch) {
    return entries(List.of(batch)).map(entry -> number(entry) % 2).collect(Collectors.toSet());
  }

  private static int number(JsonNode entry) {
    return Integer.parseInt(entry.at("/request/uri").asText().substring("/x/".length()));
  }
}
