package io.entente.simulator.kong.proxy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.entente.simulator.kong.proxy.SimulatedProxy;
import io.entente.simulator.kong.store.KongStore;
import io.entente.simulator.kong.store.NodeSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy as an HTTP server, below what any plugin sees. */
class RawHttpTest {

  private static final String SERVICE = "00000001-0000-4000-8000-000000000000";

  private Lab lab;
  private KongStore store;
  private SimulatedProxy proxy;

  @BeforeEach
  void open() throws IOException {
    lab = new Lab();
    store = new KongStore();
    store.load(
        Map.of("services", List.of(service()), "routes", List.of(route("00000002", "/open"))));
    proxy = new SimulatedProxy(store, NodeSettings.DEFAULT, 0);
  }

  @AfterEach
  void close() {
    proxy.close();
    lab.close();
  }

  @Test
  void answersSeveralRequestsOnOneConnection() throws IOException {
    try (var socket = new Socket(Lab.HOST, proxy.port())) {
      var in = new BufferedInputStream(socket.getInputStream());
      for (int i = 0; i < 3; i++) {
        // When
        socket.getOutputStream().write(bytes("GET /open/" + i + " HTTP/1.1\r\nHost: x\r\n\r\n"));

        // Then
        assertThat(Wires.line(in)).startsWith("HTTP/1.1 200");
        String length = Wires.first(Wires.headers(in), "content-length");
        assertThat(in.readNBytes(Integer.parseInt(length))).isNotEmpty();
      }
    }
  }

  @Test
  void closesTheConnectionOfAnHttp10Client() throws IOException {
    // When
    String answer = all("GET /open HTTP/1.0\r\n\r\n");

    // Then
    assertThat(answer).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /open\r\n\r\n",
        "get /open HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /open HTTP/1.1\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n",
        "GET /open HTTP/1.1\r\nHost x\r\n\r\n",
        "GET /open/../../x HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /..%2f..%2fx HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /open%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "POST /open HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
      })
  void refusesWhatIsNotHttp(String request) throws IOException {
    // When
    String answer = all(request);

    // Then
    assertThat(answer).startsWith("HTTP/1.1 400").contains("Bad request\nrequest_id: ");
    assertThat(lab.drainSeen()).isEmpty();
  }

  @Test
  void takesTheHostOfAnAbsoluteTarget() throws IOException {
    // When
    String answer = all("GET http://other/open/a HTTP/1.0\r\nHost: x\r\n\r\n");

    // Then
    assertThat(answer).startsWith("HTTP/1.1 200");
    assertThat(Wires.first(lab.drainSeen().get(0).get("headers"), "x-forwarded-host"))
        .isEqualTo("other");
  }

  @Test
  void followsChangesOnlyAfterItsUpdateFrequency() throws IOException {
    // Given
    Duration frequency = Duration.ofMillis(700);
    NodeSettings slow = NodeSettings.DEFAULT.withWorkerStateUpdateFrequency(frequency);
    try (var late = new SimulatedProxy(store, slow, 0)) {
      assertThat(status(late, "/new")).isEqualTo(404);

      // When
      store.load(Map.of("routes", List.of(route("00000003", "/new"))));

      // Then
      assertThat(status(proxy, "/new")).isEqualTo(200);
      assertThat(status(late, "/new")).isEqualTo(404);
      await().atMost(Duration.ofSeconds(5)).until(() -> status(late, "/new") == 200);
    }
  }

  private int status(SimulatedProxy at, String path) throws IOException {
    String json =
        "{\"method\":\"GET\",\"path\":\"%s\",\"headers\":[[\"Host\",\"x\"]]}".formatted(path);
    return new RawClient(at.port()).send(Wires.object(json)).get("status").asInt();
  }

  private String all(String request) throws IOException {
    try (var socket = new Socket(Lab.HOST, proxy.port())) {
      socket.getOutputStream().write(bytes(request));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private ObjectNode service() throws IOException {
    return Wires.object(
        "{\"id\":\"%s\",\"name\":\"s\",\"host\":\"127.0.0.1\",\"port\":%d}"
            .formatted(SERVICE, lab.ports().get("a")));
  }

  private static ObjectNode route(String id, String path) throws IOException {
    return Wires.object(
        "{\"id\":\"%s-0000-4000-8000-000000000000\",\"paths\":[\"%s\"],\"service\":{\"id\":\"%s\"}}"
            .formatted(id, path, SERVICE));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
