package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.json.YamlTree;
import io.entente.model.tree.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as people call it; no hub is there. */
class PolicyTranslateTest {

  private static final String POLICY =
      """
      apiVersion: entente.io/v1alpha1
      kind: Policy
      metadata: {name: limit}
      spec:
        targetRefs: [{kind: Route, name: orders/list}]
        rateLimit: {requests: 100, window: 1m, key: route}
      """;
  private static final String API =
      """
      apiVersion: entente.io/v1alpha1
      kind: Api
      metadata: {name: orders}
      spec:
        gateways: [north, south]
        hosts: [orders.test]
        upstream: {endpoints: [{host: 10.1.2.3, port: 9000}], connectTimeout: 5s}
        routes: [{name: list, path: {prefix: /orders}}]
      """;

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private String policies;

  @BeforeEach
  void write() throws IOException {
    policies = file("p.yaml", POLICY);
  }

  @Test
  void documentsGoToStandardOutputAndTheReportBesideThem() {
    // When
    int code = run("-f", policies, "--for", "kong:oss:3.9");

    // Then
    assertThat(code).isZero();
    Node document = YamlTree.readAll(text(out), TreeLimits.DOCUMENT).get(0);
    assertThat(JsonTree.write(document)).contains("\"rate-limiting\"", "\"minute\":100");
    assertThat(text(err))
        .contains("translated for kong:oss:3.9")
        .contains("window-edge", "up to 2 x 100 = 200 requests", "remedy: ", "RECORDED");
  }

  @Test
  void saysWhatSampleStandsInForAMissingApi() {
    assertThat(run("-f", policies, "--for", "envoy:1.40", "--fidelity")).isZero();
    assertThat(text(out))
        .contains("there is no Api document")
        .contains("api orders on * with route list at /");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void usesTheApisOfTheGatewayThatIsMeant() throws IOException {
    String apis = file("a.yaml", API);
    assertThat(run("-f", policies, "-f", apis, "--for", "kong:oss:3.9")).isEqualTo(1);
    assertThat(text(err)).contains("GATEWAY_AMBIGUOUS", "north, south");

    assertThat(run("-f", policies, "-f", apis, "--gateway", "south", "--for", "kong:oss:3.9"))
        .isZero();
    assertThat(text(out)).contains("host: 10.1.2.3", "orders.test");
    assertThat(text(err)).doesNotContain("sample").contains("gateway south");

    assertThat(run("-f", policies, "-f", apis, "--gateway", "west", "--for", "kong:oss:3.9"))
        .isEqualTo(1);
    assertThat(text(err)).contains("GATEWAY_NOT_IN_DOCUMENTS", "north, south");
  }

  @Test
  void readsFoldersAndSaysWhichDocumentIsWrong() throws IOException {
    // Given
    Files.writeString(
        Files.createDirectory(folder.resolve("all")).resolve("b.yml"),
        POLICY + "---\n" + POLICY.replace("limit}", "other}").replace("1m", "1 minute"));

    // When
    int code = run("-f", folder.resolve("all").toString(), "--for", "kong:oss:3.9");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(text(err)).contains("b.yml#2: spec.rateLimit.window", "value: 1 minute", "next: ");
  }

  @Test
  void refusesADocumentThatIsThereTwice() {
    assertThat(run("-f", policies, "-f", policies, "--for", "kong:oss:3.9")).isEqualTo(1);
    assertThat(text(err)).contains("DOCUMENT_TWICE", "p.yaml#1: metadata.name");
  }

  @Test
  void namesTheKnownTargets() {
    assertThat(run("-f", policies, "--for", "kong:3.9")).isEqualTo(1);
    assertThat(text(err))
        .contains("TARGET_UNKNOWN", "value: kong:3.9", "nearest by name is kong:oss:3.9")
        .contains("apigee:x:base", "envoy:1.40", "kong:enterprise:3.15");
  }

  @Test
  void namesTheKnownFormatsAndSettings() {
    assertThat(run("-f", policies, "--for", "envoy:1.40", "--format", "decK")).isEqualTo(1);
    assertThat(text(err)).contains("FORMAT_UNKNOWN", "Name one of yaml, native.");

    assertThat(run("-f", policies, "--for", "envoy:1.40", "--set", "port=1")).isEqualTo(1);
    assertThat(text(err)).contains("SETTING_UNKNOWN", "listener.port");

    assertThat(run("-f", policies, "--for", "apigee:x", "--set", "environment=Prod!")).isEqualTo(1);
    assertThat(text(err)).contains("SETTING_INVALID", "value: Prod!");
  }

  @Test
  void aRefusedPolicyExportsNothingAndSaysWhy() throws IOException {
    // Given
    String exact = file("e.yaml", POLICY.replace("  rateLimit", "  require: exact\n  rateLimit"));
    Path to = folder.resolve("out");

    // When
    int code = run("-f", exact, "--for", "kong:oss:3.9", "--to", to.toString());

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(text(out)).contains("refused", "FIDELITY_BELOW_REQUIRED", "value: EXACT");
    assertThat(to).doesNotExist();
  }

  @Test
  void aPolicyThatReachesNothingIsRefused() throws IOException {
    String apis = file("a.yaml", API.replace("orders", "users"));
    int code = run("-f", policies, "-f", apis, "--gateway", "north", "--for", "envoy:1.40");

    assertThat(code).isEqualTo(1);
    assertThat(text(err)).contains("POLICY_REACHES_NOTHING", "Route orders/list");
    assertThat(text(out)).isEmpty();
  }

  @Test
  void theTrafficLogOfAnEnvoyWithoutAHubIsRefused() throws IOException {
    String log = file("l.yaml", POLICY.replaceAll("rateLimit: .*", "trafficLog: {maxDelay: 5s}"));

    assertThat(run("-f", log, "--for", "envoy:1.40")).isEqualTo(1);
    assertThat(text(err)).contains("TRAFFIC_LOG_NEEDS_HUB", "policies[limit].spec.trafficLog");

    assertThat(run("-f", log, "--for", "envoy:1.40", "--format", "native")).isZero();
    assertThat(text(out)).contains("HttpGrpcAccessLogConfig");
  }

  @Test
  void asJsonEverythingIsOneDocument() {
    // When
    int code = run("-f", policies, "--for", "apigee:x", "--nodes", "2", "-o", "json");

    // Then
    assertThat(code).isZero();
    var whole = (Node.Obj) JsonTree.read(text(out), TreeLimits.VENDOR);
    assertThat(whole.fields())
        .containsKeys("for", "notes", "fidelity", "shadowed", "refusals", "files", "written");
    assertThat(whole.field("nodes")).contains(Node.number(2));
    assertThat(text(out)).contains("\"direction\"", "\"bound\"", "\"remedy\"", "\"evidence\"");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void theTypeOfTheEnvironmentDecidesWhatItCanDo() {
    assertThat(run("-f", policies, "--for", "apigee:x:intermediate", "--fidelity")).isZero();
    assertThat(run("-f", policies, "--for", "apigee:x:base", "--fidelity")).isEqualTo(1);
    assertThat(text(out)).contains("UNSUPPORTED", "FIDELITY_BELOW_REQUIRED");
  }

  @Test
  void neverReplacesAnotherFileUnasked() throws IOException {
    // Given
    Path to = Files.writeString(folder.resolve("kong.yaml"), "mine\n");
    String[] call = {"-f", policies, "--for", "kong:oss:3.9", "--to", to.toString()};

    // When, Then
    assertThat(run(call)).isEqualTo(1);
    assertThat(text(err)).contains("FILE_EXISTS");
    assertThat(to).hasContent("mine");

    assertThat(run(Stream.concat(Stream.of(call), Stream.of("--force")).toArray(String[]::new)))
        .isZero();
    assertThat(Files.readString(to)).contains("rate-limiting");
    assertThat(text(out)).contains("written\n- " + to);

    // The same content is no replacement.
    assertThat(run(call)).isZero();
  }

  @Test
  void theSameBundleIsTheSameBytes() throws IOException {
    // When
    TimeZone usual = TimeZone.getDefault();
    try {
      for (String name : List.of("one", "two")) {
        String to = folder.resolve(name).toString();
        assertThat(run("-f", policies, "--for", "apigee:hybrid", "--to", to)).isZero();
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      }
    } finally {
      TimeZone.setDefault(usual);
    }
    Path zip = folder.resolve("alone.zip");
    assertThat(run("-f", policies, "--for", "apigee:hybrid", "--to", zip.toString())).isZero();

    // Then
    Set<String> one = relative(folder.resolve("one"));
    assertThat(one).isEqualTo(relative(folder.resolve("two"))).hasSizeGreaterThan(3);
    for (String name : one) {
      assertThat(folder.resolve("one").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(name));
    }
    assertThat(zip).hasSameBinaryContentAs(folder.resolve("one/apis/entente-orders.zip"));
  }

  @Test
  void severalBundlesAreNotOneArchive() throws IOException {
    String two =
        file("t.yaml", POLICY + "---\n" + POLICY.replace("limit}", "b}").replace("orders/", "u/"));
    String to = folder.resolve("x.zip").toString();

    assertThat(run("-f", two, "--for", "apigee:x", "--to", to)).isEqualTo(1);
    assertThat(text(err)).contains("NOT_ONE_BUNDLE", "Name a folder.");
  }

  @Test
  void evidenceIsNeverBetterThanTheTargetAllows() {
    assertThat(run("-f", policies, "--for", "kong:enterprise:3.15", "--fidelity")).isZero();
    assertThat(text(out)).contains("DOCUMENTED").doesNotContain("RECORDED", "JUDGED", "LIVE");
  }

  private static Set<String> relative(Path root) throws IOException {
    try (var all = Files.walk(root)) {
      var names = new TreeSet<String>();
      all.filter(Files::isRegularFile).forEach(f -> names.add(root.relativize(f).toString()));
      return names;
    }
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    String[] all =
        Stream.concat(Stream.of("policy", "translate"), Stream.of(arguments))
            .toArray(String[]::new);
    return Entente.run(
        all,
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
