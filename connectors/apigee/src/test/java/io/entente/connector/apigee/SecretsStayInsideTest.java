package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.entente.connector.testkit.CapturedLogs;
import io.entente.connector.testkit.TestSecrets;
import io.entente.model.nativeobject.Blob;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.plan.StepResult;
import io.entente.model.problem.FailureClass;
import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.fault.Effect;
import io.entente.simulator.apigee.fault.Fault;
import io.entente.simulator.apigee.fault.Match;
import io.entente.translator.apigee.dialect.ApigeeKinds;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Planted secrets do not come out: not in snapshots, kept bytes, problems, results or logs. */
class SecretsStayInsideTest {

  private static final String REF = "entente:ingest/edge";
  private static final String TOKEN = "planted-ingest-token-4711";
  private static final String FORMER = "planted-former-token-0815";
  private static final String POLICY = "entente-orders-mark";
  private static final String FILE = "apiproxy/policies/" + POLICY + ".xml";

  @Test
  void theTokenIsWrittenAndNeverReadAgain() {
    try (var apigee = apigee();
        var logs = new CapturedLogs()) {
      // Given
      apigee.deployProxy("orders", TestBundles.proxy("orders", "v1"));
      var hub = new MiniHub(apigee.connector());
      var desired = new Estate(apigee).part("orders", log("@entente:secret:" + REF + "@"));
      // When
      hub.reach(desired.objects());
      var seen = hub.read();
      // Then: it is there, and what is seen is what is wanted
      var running = apigee.deployed(BundleKind.PROXY, "orders");
      assertThat(text(running.get(FILE))).contains("\"t\":\"" + TOKEN + "\"");
      assertThat(hub.plan(desired.objects()).changeSets()).isEmpty();
      assertNothing(apigee, seen.toString(), logs);
      // When: an older token is there, which nobody knows any more
      var old = new TreeMap<>(running);
      old.put(FILE, log(FORMER));
      apigee.deployProxy("orders", old);
      var later = hub.read();
      // Then: it is found to be wrong, and replaced, and not shown
      assertThat(hub.plan(desired.objects()).drift()).hasSize(1);
      assertNothing(apigee, later.toString(), logs);
      hub.reach(desired.objects());
      assertThat(text(apigee.deployed(BundleKind.PROXY, "orders").get(FILE))).contains(TOKEN);
    }
  }

  @Test
  void aPlaceholderThatSomebodyPlantedGetsNoOtherSecret() {
    try (var apigee = apigee()) {
      // Given: a bundle that asks for the credential of the hub
      var planted = new TreeMap<>(TestBundles.proxy("orders", "v1"));
      planted.put(
          "apiproxy/policies/entente-trap.xml",
          TestBundles.header(
              "entente-trap", "x-trap", "@entente:secret:" + SimulatedApigee.CREDENTIAL + "@"));
      apigee.deployProxy("orders", planted);
      var hub = new MiniHub(apigee.connector());
      var desired = new Estate(apigee).part("orders", log("@entente:secret:" + REF + "@"));
      var step = MiniHub.steps(hub.plan(desired.objects())).get(0);
      long writes = apigee.writes();
      // When
      var result = hub.send(step);
      // Then
      assertThat(result).isInstanceOf(StepResult.Refused.class);
      assertThat(((StepResult.Refused) result).why().code())
          .isEqualTo(ApigeeErrorCode.SECRET_UNRESOLVED);
      assertThat(apigee.writes()).isEqualTo(writes);
    }
  }

  @Test
  void aTokenThatIsNotTheApprovedOneIsNotWritten() {
    var settings = new TreeMap<>(Map.of("ingest.token.ref", REF));
    settings.put("ingest.token.fingerprint", new TestSecrets().fingerprint("approved").hex());
    try (var apigee =
        new SimulatedApigee(Options.defaults().withCallsPerMinute(1_000_000), settings)) {
      // Given
      apigee.secrets().put(REF, TOKEN);
      apigee.deployProxy("orders", TestBundles.proxy("orders", "v1"));
      var hub = new MiniHub(apigee.connector());
      var desired = new Estate(apigee).part("orders", log("@entente:secret:" + REF + "@"));
      // When
      var result = hub.send(MiniHub.steps(hub.plan(desired.objects())).get(0));
      // Then
      assertThat(result)
          .isInstanceOfSatisfying(
              StepResult.Refused.class,
              refused ->
                  assertThat(refused.why().code()).isEqualTo(ApigeeErrorCode.SECRET_CHANGED));
    }
  }

  @Test
  void whatGoogleRepeatsOfABundleIsCutOut() {
    try (var apigee = apigee();
        var logs = new CapturedLogs()) {
      // Given
      apigee.deployProxy("orders", TestBundles.proxy("orders", "v1"));
      var hub = new MiniHub(apigee.connector());
      var desired = new Estate(apigee).part("orders", log("@entente:secret:" + REF + "@"));
      var step = MiniHub.steps(hub.plan(desired.objects())).get(0);
      var body =
          JsonNodeFactory.instance
              .objectNode()
              .set(
                  "error",
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("code", 400)
                      .put("status", "INVALID_ARGUMENT")
                      .put("message", "bad line: {\"t\":\"" + TOKEN + "\"}"));
      apigee.faults(
          Fault.always(
              new Match("POST", "/v1/organizations/acme/apis"),
              new Effect.Status(400, Optional.of(body))));
      // When
      var result = hub.send(step);
      // Then
      assertThat(result)
          .isInstanceOfSatisfying(
              StepResult.Refused.class,
              refused -> assertThat(refused.failure()).isEqualTo(FailureClass.FIX_CONFIG));
      assertThat(result.toString()).contains("bad line");
      assertNothing(apigee, result.toString(), logs);
    }
  }

  @Test
  void credentialsOfAppsAndAttributesCalledLikeOneAreNotRead() {
    try (var apigee = apigee();
        var logs = new CapturedLogs()) {
      // Given
      apigee.post("developers", developer("ann@example.com"));
      apigee.post(
          "apiproducts",
          "{\"name\":\"gold\",\"displayName\":\"Gold\",\"attributes\":[{\"name\":\"backend-secret\","
              + "\"value\":\"planted-attribute\"},{\"name\":\"tier\",\"value\":\"plain\"}]}");
      var app =
          apigee.post(
              "developers/ann@example.com/apps", "{\"name\":\"shop\",\"apiProducts\":[\"gold\"]}");
      // When
      var seen = Reads.snapshot(apigee.connector());
      // Then
      String id = Trees.text(app, "appId").orElseThrow();
      assertThat(seen.objects()).containsKey(new ObjectKey(ApigeeKinds.APPS, id));
      String shown = seen.toString();
      assertThat(shown).contains("plain").doesNotContain("planted-attribute", "consumerKey");
      for (var credential : Trees.items(Trees.field(app, "credentials"))) {
        assertThat(shown)
            .doesNotContain(Trees.text(credential, "consumerKey").orElseThrow())
            .doesNotContain(Trees.text(credential, "consumerSecret").orElseThrow());
      }
      assertNothing(apigee, shown, logs);
    }
  }

  private static SimulatedApigee apigee() {
    var apigee =
        new SimulatedApigee(
            Options.defaults().withCallsPerMinute(1_000_000),
            new TreeMap<>(Map.of("ingest.token.ref", REF)));
    apigee.secrets().put(REF, TOKEN);
    return apigee;
  }

  private static Blob log(String token) {
    return Blob.ofText(
        "<MessageLogging name=\""
            + POLICY
            + "\"><Syslog><Message>{\"t\":\""
            + token
            + "\",\"id\":\"{messageid}\"}</Message><Host>127.0.0.1</Host><Port>514</Port>"
            + "<Protocol>TCP</Protocol><FormatMessage>true</FormatMessage></Syslog>"
            + "</MessageLogging>\n");
  }

  private static String developer(String email) {
    return "{\"email\":\""
        + email
        + "\",\"firstName\":\"A\",\"lastName\":\"B\",\"userName\":\"ann\"}";
  }

  private static String text(Blob blob) {
    return new String(blob.bytes(), StandardCharsets.UTF_8);
  }

  /** Looks for everything that is secret here, in all that leaves the connector. */
  private static void assertNothing(SimulatedApigee apigee, String said, CapturedLogs logs) {
    var matcher =
        Pattern.compile("\"private_key\"\\s*:\\s*\"([^\"]+)\"")
            .matcher(apigee.simulator().credential());
    assertThat(matcher.find()).isTrue();
    String key = matcher.group(1).replace("\\n", "\n").lines().skip(1).findFirst().orElseThrow();
    var out = new ArrayList<>(List.of(said));
    out.addAll(logs.lines());
    apigee.blobs().all().forEach(blob -> out.add(text(blob)));
    Stream.of(TOKEN, FORMER, key, "PRIVATE KEY")
        .forEach(secret -> assertThat(out).noneMatch(text -> text.contains(secret)));
  }
}
