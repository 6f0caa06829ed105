package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.entente.model.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions about drift on the command line. */
class DriftCommandTest {

  private static final String DECISION =
      "{\"id\":3,\"object\":\"cluster/api.a\",\"path\":\"timeout\",\"gatewayValue\":\"1s\","
          + "\"until\":\"2027-01-31T12:00:00Z\"}";

  private final List<String> asked = new ArrayList<>();
  private final Map<String, String> answers = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private HttpServer hub;
  private Path token;

  @BeforeEach
  void startHub(@TempDir Path folder) throws IOException {
    token = Files.writeString(folder.resolve("token"), "t0ken\n");
    hub = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    hub.createContext(
        "/",
        exchange -> {
          String key = exchange.getRequestMethod() + " " + exchange.getRequestURI();
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          asked.add((key + " " + body).strip());
          byte[] answer = answers.getOrDefault(key, "").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              answer.length == 0 ? 204 : 200, answer.length == 0 ? -1 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    hub.start();
  }

  @AfterEach
  void stopHub() {
    hub.stop(0);
  }

  @Test
  void adoptsTheValuesThatTheListShows() {
    // Given
    answers.put("GET /api/drift", "[{\"id\":7,\"seen\":\"abc\"}]");
    answers.put("POST /api/drift/7/adopt", DECISION);
    // When
    int code = run("drift", "adopt", "7", "--reason", "measured");
    // Then
    assertThat(code).isZero();
    assertThat(asked)
        .contains("POST /api/drift/7/adopt {\"reason\":\"measured\",\"seen\":\"abc\"}");
    assertThat(text(out)).isEqualTo("decision 3: cluster/api.a timeout stays 1s\n");
  }

  @Test
  void ignoresWhatWasSeenUntilAnInstantAndPrintsJson() {
    // Given
    answers.put("POST /api/drift/7/ignore", DECISION);
    // When
    int code =
        run(
            "drift",
            "ignore",
            "7",
            "--reason",
            "trial",
            "--seen",
            "abc",
            "--until",
            "2027-01-31T12:00:00Z",
            "-o",
            "json");
    // Then
    assertThat(code).isZero();
    assertThat(asked)
        .containsExactly(
            "POST /api/drift/7/ignore {\"reason\":\"trial\",\"seen\":\"abc\","
                + "\"until\":\"2027-01-31T12:00:00Z\"}");
    assertThat(text(out)).contains("\"id\": 3");
  }

  @Test
  void daysFromNowAreAnInstantAndOtherWordsAreRefused() {
    assertThat(DriftDecide.Ignore.instant("30d", Instant.EPOCH))
        .isEqualTo(Instant.parse("1970-01-31T00:00:00Z"));
    assertThatThrownBy(() -> DriftDecide.Ignore.instant("soon", Instant.EPOCH))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesADecisionAboutDriftThatIsNotThereAndSendsNone() {
    // Given
    answers.put("GET /api/drift", "[{\"id\":8,\"seen\":\"abc\"}]");
    // When
    int code = run("drift", "adopt", "7", "--reason", "measured");
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(text(err)).contains("DRIFT_NOT_FOUND", "entente get drifts");
    assertThat(asked).containsExactly("GET /api/drift");
  }

  @Test
  void listsDecisionsAndWithdrawsOne() {
    // Given
    answers.put("GET /api/drift/decisions?all=true&gateway=edge", "[" + DECISION + "]");
    // When
    int listed = run("drift", "decisions", "--gateway", "edge", "--all");
    int withdrawn = run("drift", "withdraw", "3");
    // Then
    assertThat(List.of(listed, withdrawn)).containsOnly(0);
    assertThat(asked).contains("DELETE /api/drift/decisions/3");
    assertThat(text(out)).contains("GATEWAYVALUE", "cluster/api.a", "withdrawn");
  }

  @Test
  void aDecisionWithoutAReasonIsNotTaken() {
    assertThat(run("drift", "adopt", "7")).isEqualTo(1);
    assertThat(asked).isEmpty();
    assertThat(run("drift")).isEqualTo(1);
    assertThat(text(err)).contains("--reason", "adopt, ignore, decisions or withdraw");
  }

  private int run(String... args) {
    return Entente.run(
        args,
        Map.of(
            "ENTENTE_SERVER",
            "http://127.0.0.1:" + hub.getAddress().getPort(),
            "ENTENTE_TOKEN_FILE",
            token.toString()),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
