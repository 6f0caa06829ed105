package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole command line against a hub that answers what it is told to. */
class CommandLineTest {

  private final List<String> asked = new ArrayList<>();
  private final List<String> bodies = new ArrayList<>();
  private final Map<String, Answer> answers = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private HttpServer hub;
  private Path token;

  record Answer(int status, String body) {}

  @BeforeEach
  void startHub(@TempDir Path folder) throws IOException {
    token = Files.writeString(folder.resolve("token"), "t0ken\n");
    hub = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    hub.createContext(
        "/",
        exchange -> {
          String key = exchange.getRequestMethod() + " " + exchange.getRequestURI();
          asked.add(key + " " + exchange.getRequestHeaders().getFirst("Authorization"));
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          Answer answer = answers.getOrDefault(key, new Answer(404, "nothing here"));
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    hub.start();
  }

  @AfterEach
  void stopHub() {
    hub.stop(0);
  }

  @Test
  void listsGatewaysAsATableWithTheCallersToken() {
    // Given
    answers.put(
        "GET /api/gateways",
        new Answer(200, "[{\"name\":\"edge\",\"vendor\":\"envoy\",\"writes\":\"managed\"}]"));
    // When
    int code = run("get", "gateways");
    // Then
    assertThat(code).isZero();
    assertThat(text(out)).contains("NAME", "edge  envoy   managed");
    assertThat(asked).containsExactly("GET /api/gateways Bearer t0ken");
  }

  @Test
  void planExitsWithTwoWhenSomethingWouldChange() {
    // Given
    answers.put(
        "POST /api/plans",
        new Answer(
            201,
            "{\"id\":\"7\",\"gateway\":\"edge\",\"status\":\"PROPOSED\",\"empty\":false,"
                + "\"hash\":\"abc\",\"differences\":[{\"action\":\"ADDED\",\"object\":\"cluster/x\"}],"
                + "\"fidelity\":[{\"policy\":\"p@1\",\"target\":\"a/b\",\"fields\":[{\"field\":\"requests\","
                + "\"value\":\"5\",\"grade\":\"APPROXIMATE\",\"deviations\":[{\"direction\":\"LOOSER\","
                + "\"bound\":\"2 x 5 = 10\"}]}]}]}"));
    // When
    int code = run("plan", "edge");
    // Then
    assertThat(code).isEqualTo(2);
    assertThat(text(out)).contains("cluster/x", "APPROXIMATE", "LOOSER 2 x 5 = 10", "approve 7");
    assertThat(bodies).containsExactly("{\"gateway\":\"edge\"}");
  }

  @Test
  void planExitsWithZeroWhenNothingWouldChange() {
    // Given
    answers.put("POST /api/plans", new Answer(201, "{\"id\":\"8\",\"empty\":true}"));
    // When
    int code = run("plan", "edge");
    // Then
    assertThat(code).isZero();
    assertThat(text(out)).contains("nothing would change");
  }

  @Test
  void approvesTheHashThatWasReviewedAndExecutes() {
    // Given
    answers.put("GET /api/plans/7", new Answer(200, "{\"hash\":\"abc\"}"));
    answers.put("POST /api/plans/7/approve", new Answer(200, "{\"status\":\"APPROVED\"}"));
    answers.put("POST /api/plans/7/apply", new Answer(200, "{\"status\":\"APPLIED\"}"));
    // When
    int code = run("approve", "7");
    // Then
    assertThat(code).isZero();
    assertThat(bodies).contains("{\"hash\":\"abc\"}");
    assertThat(text(out)).isEqualTo("plan 7 APPLIED\n");
  }

  @Test
  void exitsWithOneWhenTheApplyFailed() {
    // Given
    answers.put("GET /api/plans/7", new Answer(200, "{\"hash\":\"abc\"}"));
    answers.put("POST /api/plans/7/approve", new Answer(200, "{\"status\":\"APPROVED\"}"));
    answers.put("POST /api/plans/7/apply", new Answer(200, "{\"status\":\"FAILED\"}"));
    // When
    int code = run("approve", "7");
    // Then
    assertThat(code).isEqualTo(1);
  }

  @Test
  void printsEveryProblemOfTheHubWithPathValueAndNextStep(@TempDir Path folder) throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("p.yaml"), "kind: Policy\n");
    answers.put(
        "POST /api/documents",
        new Answer(
            400,
            "{\"code\":\"A\",\"problems\":[{\"code\":\"UNKNOWN_FIELD\",\"kind\":\"USER\","
                + "\"detail\":\"no field windw\",\"path\":\"spec.rateLimit.windw\",\"value\":\"1m\","
                + "\"nextStep\":\"Write window.\"}]}"));
    // When
    int code = run("apply", "-f", file.toString());
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(text(err))
        .contains("UNKNOWN_FIELD", "spec.rateLimit.windw", "value: 1m", "next: Write window.");
  }

  @Test
  void saysWhatToDoWhenTheHubIsAway() {
    // Given
    hub.stop(0);
    // When
    int code = run("get", "gateways");
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(text(err)).contains("HUB_NOT_REACHED", "./run");
  }

  @Test
  void refusesANounItDoesNotKnowAndListsTheOnesItDoes() {
    // When
    int code = run("get", "gatways");
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(text(err)).contains("gatways", "gateways, apis, policies");
    assertThat(asked).isEmpty();
  }

  @Test
  void usageErrorsExitWithOneBecauseTwoMeansChanges() {
    // When
    int code = run("plan");
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(text(err)).contains("--help");
  }

  @Test
  void foreignTextCannotDriveTheTerminal() {
    // Given
    answers.put("GET /api/gateways", new Answer(200, "[{\"name\":\"\\u001b[2Jedge\"}]"));
    // When
    run("get", "gateways");
    // Then
    assertThat(text(out)).doesNotContain("\u001b").contains("edge");
  }

  @Test
  void printsYamlAndJson() {
    // Given
    answers.put("GET /api/gateways", new Answer(200, "[{\"name\":\"edge\"}]"));
    // When
    run("get", "gateways", "-o", "yaml");
    run("get", "gateways", "-o", "json");
    // Then
    assertThat(text(out)).contains("- name: edge").contains("\"name\": \"edge\"");
  }

  @Test
  void showsTheDifferenceOfAFileAsTextBelowTheTableAndItsSizesInIt() {
    // Given
    answers.put(
        "POST /api/plans",
        new Answer(
            201,
            "{\"id\":\"9\",\"empty\":false,\"differences\":[{\"action\":\"CHANGED\","
                + "\"object\":\"apis/orders\",\"path\":\"p.xml\",\"from\":\"aa11\",\"to\":\"bb22\","
                + "\"fromSize\":120,\"toSize\":130,"
                + "\"diff\":\"@@ -1,1 +1,1 @@\\n-<Quota/>\\n+\\t<Quota\\u001b[2J/>\\n\",\"diffLeftOut\":7}]}"));
    // When
    run("plan", "edge");
    // Then
    assertThat(text(out))
        .contains(
            "120 bytes", "130 bytes", "  -<Quota/>", "  +    <Quota\uFFFD[2J/>", "7 more lines")
        .doesNotContain("aa11", "bb22", "\u001b");
  }

  @Test
  void showsDriftOfAFileAsText() {
    // Given
    answers.put(
        "GET /api/drift",
        new Answer(
            200,
            "[{\"gateway\":\"team\",\"object\":\"apis/orders\",\"path\":\"p.xml\",\"file\":true,"
                + "\"was\":\"aa11\",\"wasSize\":12,\"diff\":\"@@ -1,1 +0,0 @@\\n-<CORS/>\\n\","
                + "\"diffLeftOut\":0}]"));
    // When
    int code = run("get", "drifts");
    // Then
    assertThat(code).isZero();
    assertThat(text(out)).contains("12 bytes", "  -<CORS/>").doesNotContain("aa11", "more lines");
  }

  @Test
  void storesACredentialFromAFileAndPrintsOnlyItsFingerprint(@TempDir Path folder)
      throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("key.json"), "{\"private_key\":\"canary\"}");
    answers.put(
        "PUT /api/gateways/team/vendor-credential",
        new Answer(
            200, "{\"present\":true,\"type\":\"service_account\",\"fingerprint\":\"abc123\"}"));
    answers.put("DELETE /api/gateways/team/vendor-credential", new Answer(204, ""));
    answers.put("GET /api/gateways/team/vendor-credential", new Answer(200, "{\"present\":false}"));
    // When
    int set = run("credential", "set", "team", "-f", file.toString());
    int status = run("credential", "status", "team");
    int deleted = run("credential", "delete", "team");
    // Then
    assertThat(List.of(set, status, deleted)).containsOnly(0);
    assertThat(bodies).contains("{\"private_key\":\"canary\"}");
    assertThat(text(out)).contains("service_account", "abc123", "false").doesNotContain("canary");
  }

  @Test
  void saysWhatACredentialCommandIsToDo() {
    assertThat(run("credential")).isEqualTo(1);
    assertThat(text(err)).contains("set, status or delete");
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
