package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.simulator.apigee.plane.RequestFact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void servesManyRequestsOnOneConnection() {
    // Given
    lab.simple("");

    // Then
    try (Client client = lab.client()) {
      for (int i = 0; i < 20; i++) {
        Client.Answer answer = client.send("GET", "/p/" + i, "");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Connection")).isEqualTo("keep-alive");
      }
    }
    assertThat(lab.backend.seen()).hasSize(20);
  }

  @Test
  void closesWhenTheClientWantsIt() throws IOException {
    // Given
    lab.simple("");

    // Then
    try (Client client = lab.client()) {
      assertThat(client.send("GET", "/p", "", "Connection", "close").header("Connection"))
          .isEqualTo("close");
      assertThat(client.ended()).isTrue();
    }
  }

  @Test
  void passesBodiesOnWithLengthOrInChunks() {
    // Given
    lab.simple("");

    // Then
    try (Client client = lab.client()) {
      assertThat(client.send("POST", "/p", "héllo").status()).isEqualTo(200);
      assertThat(lab.backend.last().body()).isEqualTo("héllo");
      String chunked =
          "POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "3;a=b\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: 1\r\n\r\n";
      client.raw(chunked.replace("Host: x", "Host: 127.0.0.1"), false);
      assertThat(lab.backend.last().body()).isEqualTo("abc0123456789");
      assertThat(client.send("GET", "/p", "").status()).isEqualTo(200);
    }
  }

  @Test
  void answersHeadWithoutABody() {
    // Given
    lab.simple("");

    // Then
    try (Client client = lab.client()) {
      assertThat(client.send("HEAD", "/p", "").status()).isEqualTo(200);
      assertThat(client.send("GET", "/p", "").body()).isEqualTo("hello");
    }
  }

  @Test
  void tellsAClientThatWaitsToGoOn() throws IOException {
    // Given
    lab.simple("");

    // Then
    try (Client client = lab.client()) {
      Client.Answer answer =
          client.raw(
              "POST /p HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\n"
                  + "Content-Length: 2\r\n\r\nok",
              false);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(lab.backend.last().body()).isEqualTo("ok");
      assertThat(lab.backend.last().header("Expect")).isEqualTo("-");
    }
  }

  @Test
  void keepsHeadersWithSeveralValuesAndDropsThoseOfTheConnection() {
    // Given
    lab.simple("");

    // When
    Client.Answer answer =
        lab.get(
            "/p",
            "X-A",
            "1",
            "X-A",
            "2",
            "Connection",
            "keep-alive, X-Hop",
            "X-Hop",
            "1",
            "TE",
            "trailers");

    // Then
    var seen = lab.backend.last();
    assertThat(seen.header("X-A")).isEqualTo("1|2");
    assertThat(seen.header("X-Hop")).isEqualTo("-");
    assertThat(seen.header("TE")).isEqualTo("-");
    assertThat(seen.header("Host")).isEqualTo("127.0.0.1:" + lab.backend.port());
    assertThat(answer.header("X-Many")).isEqualTo("one|two");
  }

  @Test
  void addsTheClientToTheForwardedAddresses() {
    // Given
    lab.simple("");

    // Then
    lab.get("/p");
    assertThat(lab.backend.last().header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    lab.get("/p", "X-Forwarded-For", "1.1.1.1", "X-Forwarded-For", "2.2.2.2");
    assertThat(lab.backend.last().header("X-Forwarded-For"))
        .isEqualTo("1.1.1.1, 2.2.2.2, 127.0.0.1");
  }

  @Test
  void resolvesTheClientToTheFirstAddressThatIsNotLocal() {
    // Given
    lab.simple(
        step("show"),
        "<AssignMessage name=\"show\"><Set><Headers><Header name='X-Ip'>{client.resolved.ip}"
            + " {proxy.client.ip}</Header></Headers></Set></AssignMessage>");

    // Then
    lab.get("/p");
    assertThat(lab.backend.last().header("X-Ip")).isEqualTo("127.0.0.1 127.0.0.1");
    lab.get("/p", "X-Forwarded-For", "10.1.1.1, junk, 9.9.9.9, 8.8.8.8");
    assertThat(lab.backend.last().header("X-Ip")).isEqualTo("9.9.9.9 127.0.0.1");
    lab.get("/p", "X-Forwarded-For", "192.168.3.4, fd00::1");
    assertThat(lab.backend.last().header("X-Ip")).isEqualTo("127.0.0.1 127.0.0.1");
  }

  @Test
  void answers503WhenTheTargetIsAway() {
    // Given
    lab.simple("");
    lab.backend.close();

    // When
    Client.Answer answer = lab.get("/p");

    // Then
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body())
        .isEqualTo(
            "{\"fault\":{\"faultstring\":\"The Service is temporarily unavailable\",\"detail\":"
                + "{\"errorcode\":\"messaging.adaptors.http.flow.ServiceUnavailable\"}}}");
    assertThat(lab.fact().targetError()).isTrue();
  }

  @Test
  void answers504WhenTheTargetTakesTooLong() throws IOException {
    try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      // Given
      target(silent.getLocalPort(), "<Property name='io.timeout.millis'>100</Property>");

      // When
      Client.Answer answer = lab.get("/p");

      // Then
      assertThat(answer.status()).isEqualTo(504);
      assertThat(answer.body()).contains("messaging.adaptors.http.flow.GatewayTimeout");
    }
  }

  @Test
  void answers502WhenTheTargetBreaksOff() throws Exception {
    try (var rude = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      // Given
      target(rude.getLocalPort(), "");
      var thread = new Thread(() -> breakOff(rude));
      thread.start();

      // When
      Client.Answer answer = lab.get("/p");
      thread.join(10_000);

      // Then
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.body()).contains("UnexpectedEOFAtTarget");
    }
  }

  @Test
  void successCodesMayBeWidened() {
    // Given
    target(lab.backend.port(), "<Property name='success.codes'>2xx,404</Property>");
    lab.backend.answering(404, "nothing");

    // Then
    assertThat(lab.get("/p").status()).isEqualTo(404);
    assertThat(lab.fact().targetError()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "GET p HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /p HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        "GET /p HTTP/1.1\r\nBad header: 1\r\n\r\n",
        "POST /p HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
        "POST /p HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
        "POST /p HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
        "POST /p HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"
      })
  void refusesWhatIsNoRequest(String bytes) throws IOException {
    // Given
    lab.simple("");

    // Then
    try (Client client = lab.client()) {
      assertThat(client.raw(bytes, false).status()).isEqualTo(400);
      assertThat(client.ended()).isTrue();
    }
    assertThat(lab.backend.seen()).isEmpty();
  }

  @Test
  void refusesBodiesThatAreTooLarge() {
    // Given
    lab.simple("");

    // Then
    try (Client client = lab.client()) {
      assertThat(
              client
                  .raw("POST /p HTTP/1.1\r\nHost: a\r\nContent-Length: 10485761\r\n\r\n", false)
                  .status())
          .isEqualTo(413);
    }
  }

  @Test
  void countsEveryRequestOnce() {
    // Given
    lab.simple(step("fail", "request.verb = \"PUT\""), "<RaiseFault name=\"fail\"/>");

    // When
    lab.get("/p/x");
    try (Client client = lab.client()) {
      client.send("PUT", "/p", "abc");
    }

    // Then
    await().untilAsserted(() -> assertThat(lab.facts).hasSize(2));
    assertThat(lab.facts)
        .containsExactlyInAnyOrder(
            new RequestFact(
                "test", "p", "1", "/p", "GET", 1772619630400L, 200, 200, 0, 0, 0, 5, false, false),
            new RequestFact(
                "test", "p", "1", "/p", "PUT", 1772619630400L, 500, 0, 0, 0, 3, 113, true, false));
  }

  private void target(int port, String properties) {
    lab.proxy(
        BundleText.proxy(
            "p",
            "/p",
            "",
            "<HTTPTargetConnection><URL>http://127.0.0.1:"
                + port
                + "</URL><Properties>"
                + properties
                + "</Properties></HTTPTargetConnection>"));
  }

  private static void breakOff(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read(new byte[10_000]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
