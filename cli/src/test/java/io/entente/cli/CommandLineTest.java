package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole command line against a hub that answers what it is told to. */
class CommandLineTest {

  @RegisterExtension final AnsweringHub hub = new AnsweringHub();

  @Test
  void listsGatewaysAsATableWithTheCallersToken() {
    // Given
    hub.answers(
        "GET /api/gateways",
        200,
        "[{\"name\":\"edge\",\"vendor\":\"envoy\",\"writes\":\"managed\"}]");
    // When
    int code = hub.run("get", "gateways");
    // Then
    assertThat(code).isZero();
    assertThat(hub.out()).contains("NAME", "edge  envoy   managed");
    assertThat(hub.asked()).containsExactly("GET /api/gateways");
    assertThat(hub.authorizations()).containsExactly("Bearer t0ken");
  }

  @Test
  void planExitsWithTwoWhenSomethingWouldChange() {
    // Given
    hub.answers(
        "POST /api/plans",
        201,
        "{\"id\":\"7\",\"gateway\":\"edge\",\"status\":\"PROPOSED\",\"empty\":false,"
            + "\"hash\":\"abc\",\"differences\":[{\"action\":\"ADDED\",\"object\":\"cluster/x\"}],"
            + "\"fidelity\":[{\"policy\":\"p@1\",\"target\":\"a/b\",\"fields\":[{\"field\":\"requests\","
            + "\"value\":\"5\",\"grade\":\"APPROXIMATE\",\"deviations\":[{\"direction\":\"LOOSER\","
            + "\"bound\":\"2 x 5 = 10\"}]}]}]}");
    // When
    int code = hub.run("plan", "edge");
    // Then
    assertThat(code).isEqualTo(2);
    assertThat(hub.out()).contains("cluster/x", "APPROXIMATE", "LOOSER 2 x 5 = 10", "approve 7");
    assertThat(hub.bodies()).containsExactly("{\"gateway\":\"edge\"}");
  }

  @Test
  void planExitsWithZeroWhenNothingWouldChange() {
    // Given
    hub.answers("POST /api/plans", 201, "{\"id\":\"8\",\"empty\":true}");
    // When
    int code = hub.run("plan", "edge");
    // Then
    assertThat(code).isZero();
    assertThat(hub.out()).contains("nothing would change");
  }

  @Test
  void approvesTheHashThatWasReviewedAndExecutes() {
    // Given
    hub.answers("GET /api/plans/7", 200, "{\"hash\":\"abc\"}");
    hub.answers("POST /api/plans/7/approve", 200, "{\"status\":\"APPROVED\"}");
    hub.answers("POST /api/plans/7/apply", 200, "{\"status\":\"APPLIED\"}");
    // When
    int code = hub.run("approve", "7");
    // Then
    assertThat(code).isZero();
    assertThat(hub.bodies()).contains("{\"hash\":\"abc\"}");
    assertThat(hub.out()).isEqualTo("plan 7 APPLIED\n");
  }

  @Test
  void exitsWithOneWhenTheApplyFailed() {
    // Given
    hub.answers("GET /api/plans/7", 200, "{\"hash\":\"abc\"}");
    hub.answers("POST /api/plans/7/approve", 200, "{\"status\":\"APPROVED\"}");
    hub.answers("POST /api/plans/7/apply", 200, "{\"status\":\"FAILED\"}");
    // When
    int code = hub.run("approve", "7");
    // Then
    assertThat(code).isEqualTo(1);
  }

  @Test
  void printsEveryProblemOfTheHubWithPathValueAndNextStep(@TempDir Path folder) throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("p.yaml"), "kind: Policy\n");
    hub.answers(
        "POST /api/documents",
        400,
        "{\"code\":\"A\",\"problems\":[{\"code\":\"UNKNOWN_FIELD\",\"kind\":\"USER\","
            + "\"detail\":\"no field windw\",\"path\":\"spec.rateLimit.windw\",\"value\":\"1m\","
            + "\"nextStep\":\"Write window.\"}]}");
    // When
    int code = hub.run("apply", "-f", file.toString());
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(hub.err())
        .contains("UNKNOWN_FIELD", "spec.rateLimit.windw", "value: 1m", "next: Write window.");
  }

  @Test
  void saysWhatToDoWhenTheHubIsAway() {
    // Given
    hub.goesAway();
    // When
    int code = hub.run("get", "gateways");
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(hub.err()).contains("HUB_NOT_REACHED", "./run");
  }

  @Test
  void refusesANounItDoesNotKnowAndListsTheOnesItDoes() {
    // When
    int code = hub.run("get", "gatways");
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(hub.err()).contains("gatways", "gateways, apis, policies");
    assertThat(hub.asked()).isEmpty();
  }

  @Test
  void usageErrorsExitWithOneBecauseTwoMeansChanges() {
    // When
    int code = hub.run("plan");
    // Then
    assertThat(code).isEqualTo(1);
    assertThat(hub.err()).contains("--help");
  }

  @Test
  void foreignTextCannotDriveTheTerminal() {
    // Given
    hub.answers("GET /api/gateways", 200, "[{\"name\":\"\\u001b[2Jedge\"}]");
    // When
    hub.run("get", "gateways");
    // Then
    assertThat(hub.out()).doesNotContain("\u001b").contains("edge");
  }

  @Test
  void printsYamlAndJson() {
    // Given
    hub.answers("GET /api/gateways", 200, "[{\"name\":\"edge\"}]");
    // When
    hub.run("get", "gateways", "-o", "yaml");
    hub.run("get", "gateways", "-o", "json");
    // Then
    assertThat(hub.out()).contains("- name: edge").contains("\"name\": \"edge\"");
  }

  @Test
  void showsTheDifferenceOfAFileAsTextBelowTheTableAndItsSizesInIt() {
    // Given
    hub.answers(
        "POST /api/plans",
        201,
        "{\"id\":\"9\",\"empty\":false,\"differences\":[{\"action\":\"CHANGED\","
            + "\"object\":\"apis/orders\",\"path\":\"p.xml\",\"from\":\"aa11\",\"to\":\"bb22\","
            + "\"fromSize\":120,\"toSize\":130,"
            + "\"diff\":\"@@ -1,1 +1,1 @@\\n-<Quota/>\\n+\\t<Quota\\u001b[2J/>\\n\",\"diffLeftOut\":7}]}");
    // When
    hub.run("plan", "edge");
    // Then
    assertThat(hub.out())
        .contains(
            "120 bytes", "130 bytes", "  -<Quota/>", "  +    <Quota\uFFFD[2J/>", "7 more lines")
        .doesNotContain("aa11", "bb22", "\u001b");
  }

  @Test
  void showsDriftOfAFileAsText() {
    // Given
    hub.answers(
        "GET /api/drift",
        200,
        "[{\"gateway\":\"team\",\"object\":\"apis/orders\",\"path\":\"p.xml\",\"file\":true,"
            + "\"was\":\"aa11\",\"wasSize\":12,\"diff\":\"@@ -1,1 +0,0 @@\\n-<CORS/>\\n\","
            + "\"diffLeftOut\":0}]");
    // When
    int code = hub.run("get", "drifts");
    // Then
    assertThat(code).isZero();
    assertThat(hub.out()).contains("12 bytes", "  -<CORS/>").doesNotContain("aa11", "more lines");
  }

  @Test
  void storesACredentialFromAFileAndPrintsOnlyItsFingerprint(@TempDir Path folder)
      throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("key.json"), "{\"private_key\":\"canary\"}");
    hub.answers(
        "PUT /api/gateways/team/vendor-credential",
        200,
        "{\"present\":true,\"type\":\"service_account\",\"fingerprint\":\"abc123\"}");
    hub.answers("DELETE /api/gateways/team/vendor-credential", 204, "");
    hub.answers("GET /api/gateways/team/vendor-credential", 200, "{\"present\":false}");
    // When
    int set = hub.run("credential", "set", "team", "-f", file.toString());
    int status = hub.run("credential", "status", "team");
    int deleted = hub.run("credential", "delete", "team");
    // Then
    assertThat(List.of(set, status, deleted)).containsOnly(0);
    assertThat(hub.bodies()).contains("{\"private_key\":\"canary\"}");
    assertThat(hub.out()).contains("service_account", "abc123", "false").doesNotContain("canary");
  }

  @Test
  void saysWhatACredentialCommandIsToDo() {
    assertThat(hub.run("credential")).isEqualTo(1);
    assertThat(hub.err()).contains("set, status or delete");
  }
}
