package io.entente.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.entente.hub.access.IngestTokens;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.PlanRoad;
import io.entente.model.identity.GatewayId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deliveries that come slowly, in pieces, without end or not whole. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class SlowDeliveryTest {

  private static final String PROBLEM = "application/problem+json";
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject IngestTokens tokens;

  @TestHTTPResource("/ingest/kong")
  URI endpoint;

  @BeforeEach
  void gateways() {
    PlanRoad.documents(
        PlanRoad.gateway("slow-a", "observeOnly"), PlanRoad.gateway("slow-b", "observeOnly"));
  }

  @Test
  void refusesABodyThatSaysItIsHugeBeforeReadingAnyOfIt() throws IOException {
    // Given
    try (var socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      socket.setSoTimeout((int) SOON.toMillis());
      // When
      send(socket, "Content-Length: 99000000\r\n\r\n");
      // Then
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 413").contains(PROBLEM, "BODY_TOO_LARGE");
    }
  }

  @Test
  void tellsTheNextToComeAgainWhileSlowOnesHoldAllRoomOfTheirGateway() throws Exception {
    // Given
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        slow.add(halfADelivery());
      }
      // When // Then
      await()
          .atMost(SOON)
          .untilAsserted(
              () ->
                  deliver("slow-a", LogPayloads.entry("busy-" + System.nanoTime()))
                      .statusCode(503)
                      .contentType(PROBLEM)
                      .header("Retry-After", "1")
                      .body("code", equalTo("INGEST_BUSY")));
      deliver("slow-b", LogPayloads.entry("beside-" + System.nanoTime())).statusCode(200);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                deliver("slow-a", LogPayloads.entry("free-" + System.nanoTime())).statusCode(200));
  }

  @Test
  void aBodyInPiecesCountsAsItComesAndTheConnectionLivesOnAfterEachAnswer() throws IOException {
    // Given
    String whole = LogPayloads.batch("pieces-" + System.nanoTime(), 40);
    try (var socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      socket.setSoTimeout((int) SOON.toMillis());
      for (String body : List.of(whole, whole.substring(1), whole)) {
        // When
        send(socket, "Transfer-Encoding: chunked\r\n\r\n");
        for (int at = 0; at < body.length(); at += 1000) {
          String part = body.substring(at, Math.min(body.length(), at + 1000));
          write(socket, Integer.toHexString(part.length()) + "\r\n" + part + "\r\n");
        }
        write(socket, "0\r\n\r\n");
        // Then
        assertThat(answer(socket)).contains(body.startsWith("[") ? " 200 " : " 400 ");
      }
    }
  }

  @Test
  void aDeliveryThatBreaksOffGivesItsRoomBack() throws IOException {
    for (int i = 0; i < 10; i++) {
      try (var socket = halfADelivery()) {
        assertThat(socket.isConnected()).isTrue();
      }
    }
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                deliver("slow-a", LogPayloads.batch("room-" + System.nanoTime(), 2000))
                    .statusCode(200));
  }

  @Test
  void aHugeBodyIsRefusedAtItsLimitThoughItNeverSaidHowLongItIs() throws IOException {
    // Given
    byte[] part = new byte[1 << 20];
    try (var socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      socket.setSoTimeout((int) SOON.toMillis());
      // When
      send(socket, "Transfer-Encoding: chunked\r\n\r\n");
      String answer = "";
      try {
        for (int i = 0; i < 9; i++) {
          write(socket, Integer.toHexString(part.length) + "\r\n");
          socket.getOutputStream().write(part);
          write(socket, "\r\n");
        }
      } finally {
        answer = answer(socket);
      }
      // Then
      assertThat(answer).contains(" 413 ").contains("INGEST_BODY_TOO_LARGE");
    }
  }

  /** A delivery that says it is longer than it is, and waits. */
  private Socket halfADelivery() throws IOException {
    var socket = new Socket(endpoint.getHost(), endpoint.getPort());
    send(socket, "Content-Length: " + (8 << 20) + "\r\n\r\n[");
    return socket;
  }

  private void send(Socket socket, String rest) throws IOException {
    String head =
        "POST /ingest/kong HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n"
            + "x-entente-gateway-token: "
            + tokens.token(new GatewayId("slow-a"))
            + "\r\n";
    write(socket, head + rest);
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  /** One answer with a length: head and body. */
  private static String answer(Socket socket) throws IOException {
    var in = socket.getInputStream();
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      assertThat(next).as("after %s", head).isNotNegative();
      head.append((char) next);
    }
    var length = Pattern.compile("(?i)content-length: (\\d+)").matcher(head);
    assertThat(length.find()).as(head.toString()).isTrue();
    return head
        + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
  }

  private ValidatableResponse deliver(String gateway, String body) {
    return LogPayloads.deliver(tokens.token(new GatewayId(gateway)), "", body);
  }
}
