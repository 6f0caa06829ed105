package io.entente.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.json.JsonTree;
import io.entente.json.TreeLimits;
import io.entente.model.tree.Node;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as people call it; no hub is there. */
class PolicyImportTest {

  private static final String KONG =
      """
      _format_version: "3.0"
      services:
      - name: Orders
        url: http://orders.internal:8080
        routes:
        - name: orders-route
          paths: [/orders, "~/o/\\\\d+$"]
          plugins:
          - name: ip-restriction
            config: {allow: [10.0.0.0/8], status: 403, message: address not allowed}
          - name: hmac-auth
            config: {}
      consumers:
      - username: bob
        plugins:
        - name: request-termination
          config: {status_code: 503}
      """;
  private static final String DOCUMENTS =
      """
      apiVersion: entente.io/v1alpha1
      kind: Api
      metadata: {name: orders}
      spec:
        gateways: [edge]
        hosts: ["*"]
        upstream: {endpoints: [{host: 10.1.2.3, port: 9000}], connectTimeout: 5s}
        routes: [{name: list, path: {prefix: /orders}}]
      ---
      apiVersion: entente.io/v1alpha1
      kind: Policy
      metadata: {name: office}
      spec:
        targetRefs: [{kind: Route, name: orders/list}]
        ipFilter: {allow: [10.0.0.0/8]}
      ---
      apiVersion: entente.io/v1alpha1
      kind: Policy
      metadata: {name: small}
      spec:
        targetRefs: [{kind: Route, name: orders/list}]
        requestSize: {maxBytes: 2048}
      """;

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void readsPoliciesAndNamesWhatItLeaves() throws IOException {
    // When
    int code = run("import", "-f", file("kong.yaml", KONG), "--from", "kong:oss:3.9");

    // Then
    assertThat(code).isZero();
    assertThat(text(out))
        .contains("kind: Api", "name: orders", "orders-route: orders-route")
        .contains("name: ip-filter-orders-orders-route", "name: orders/orders-route")
        .doesNotContain("accessBlock");
    assertThat(text(err))
        .contains("matches /orders, ~/o/\\d+$")
        .contains("plugins/services[0].routes[0].plugins[0]")
        .contains("no policy is read out of hmac-auth")
        .contains("acts for one consumer only");
  }

  @Test
  void whatIsReadIsTranslatedToTheSameAgain() throws IOException {
    // Given
    String documents = file("p.yaml", DOCUMENTS);
    String apis = file("a.yaml", DOCUMENTS.substring(0, DOCUMENTS.indexOf("---")));
    for (String target : List.of("kong:oss:3.9", "apigee:x", "envoy:1.40")) {
      Path made = Files.createTempDirectory(folder, "made");
      Path again = Files.createTempDirectory(folder, "again");
      String policies = made + ".yaml";
      assertThat(run("translate", "-f", documents, "--for", target, "--to", made.toString()))
          .as(target)
          .isZero();

      // When
      assertThat(
              run(
                  List.of("import", "-f", made.toString(), "--from", target),
                  List.of("--gateway", "edge", "--api", documents, "--to", policies)))
          .as(target)
          .isZero();

      // Then
      assertThat(Files.readString(Path.of(policies)))
          .as(target)
          .contains("10.0.0.0/8", "maxBytes: 2048", "name: orders/list")
          .doesNotContain("kind: Api");
      assertThat(
              run(
                  List.of("translate", "-f", apis, "-f", policies),
                  List.of("--for", target, "--to", again.toString())))
          .as(target)
          .isZero();
      assertThat(texts(again)).as(target).isEqualTo(texts(made));
    }
  }

  @Test
  void asJsonTheDocumentsAndTheReportAreOne() throws IOException {
    String kong = file("kong.yaml", KONG);

    assertThat(run("import", "-f", kong, "--from", "kong:oss:3.9", "-o", "json")).isZero();

    var whole = (Node.Obj) JsonTree.read(text(out), TreeLimits.VENDOR);
    assertThat(whole.fields())
        .containsKeys("documents", "policies", "expressed", "remainder", "notes", "from");
    assertThat(text(err)).isEmpty();
  }

  @Test
  void boundRoutesAndSharedFlowsAreTranslatedOnTopOfWhatIsThere() throws IOException {
    // Given
    Path bundle = folder.resolve("bundle/apiproxy");
    Files.createDirectories(bundle.resolve("proxies"));
    Files.writeString(bundle.resolve("shop.xml"), "<APIProxy name=\"shop\"/>");
    Files.writeString(
        bundle.resolve("proxies/default.xml"),
        "<ProxyEndpoint name=\"default\"><HTTPProxyConnection><BasePath>/shop</BasePath>"
            + "</HTTPProxyConnection></ProxyEndpoint>");
    String documents =
        file(
            "b.yaml",
            DOCUMENTS
                .replace("gateways: [edge]", "bindings: [{gateway: edge, routes: {list: shop}}]")
                .replaceAll(" *upstream: .*\n", "")
                .replace("prefix: /orders", "prefix: /shop/orders"));
    Path to = folder.resolve("out");

    // When
    int code =
        run(
            "translate",
            "-f",
            documents,
            "--on",
            folder.resolve("bundle").toString(),
            "--for",
            "apigee:x",
            "--set",
            "environment=prod",
            "--to",
            to.toString());

    // Then
    assertThat(code).as(text(err) + text(out)).isZero();
    assertThat(to.resolve("sharedflows/entente-prod-pre-proxy.zip")).isRegularFile();
    assertThat(to.resolve("sharedflows/entente-prod-pre-proxy/sharedflowbundle"))
        .isDirectoryRecursivelyContaining("glob:**/*office*.xml");
    assertThat(to.resolve("flowhooks/PreProxyFlowHook.json"))
        .content()
        .contains("entente-prod-pre-proxy");
    assertThat(text(out)).contains("deploy the shared flow", "then attach it");

    // Without what is there, nothing can be bound.
    assertThat(run("translate", "-f", documents, "--for", "apigee:x")).isEqualTo(1);
    assertThat(text(err)).contains("ROUTE_NOT_ON_GATEWAY");
  }

  @Test
  void saysWhatIsNoConfiguration() throws IOException {
    String yaml = file("x.yaml", "a: 1\n");

    assertThat(run("import", "-f", yaml, "--from", "kong:oss:3.9")).isEqualTo(1);
    assertThat(text(err)).contains("NOT_KONG_CONFIGURATION");
    assertThat(run("import", "-f", yaml, "--from", "envoy:1.40")).isEqualTo(1);
    assertThat(text(err)).contains("NOT_ENVOY_CONFIGURATION");
    assertThat(run("import", "-f", yaml, "--from", "apigee:x")).isEqualTo(1);
    assertThat(text(err)).contains("NOT_A_BUNDLE");
    assertThat(run("import", "-f", folder + "/none", "--from", "kong:oss:3.9")).isEqualTo(1);
    assertThat(text(err)).contains("FILE_NOT_READABLE", "none");
    assertThat(run("import", "-f", file("y.yaml", "a: ["), "--from", "kong:oss:3.9")).isEqualTo(1);
    assertThat(text(err)).contains("YAML_INVALID", "y.yaml");

    String shared = file("s.yaml", "_format_version: '3.0'\n_plugin_configs: {}\n");
    assertThat(run("import", "-f", shared, "--from", "kong:oss:3.9")).isEqualTo(1);
    assertThat(text(err)).contains("DECK_SHARED_CONFIG", "deck file render");
  }

  @Test
  void anArchiveThatLeadsElsewhereIsNotRead() throws IOException {
    // Given
    Path archive = folder.resolve("evil.zip");
    try (OutputStream file = Files.newOutputStream(archive);
        var zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("../apiproxy/a.xml"));
      zip.write("<APIProxy/>".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }

    // When
    int code = run("import", "-f", archive.toString(), "--from", "apigee:x");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(text(err)).contains("ARCHIVE_UNSAFE");
    assertThat(run("import", "-f", file("no.zip", "no"), "--from", "apigee:x")).isEqualTo(1);
    assertThat(text(err)).contains("ARCHIVE_UNSAFE");
  }

  /** Policies that were read have other names, which tags and names of files hold. */
  private static SortedMap<String, String> texts(Path made) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var all = Files.walk(made)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".zip")) {
          texts.put(usual(made.relativize(file).toString()), usual(Files.readString(file)));
        }
      }
    }
    return texts;
  }

  private static String usual(String text) {
    return text.replace("ip-filter-orders-list", "office")
        .replace("request-size-orders-list", "small");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private int run(List<String> some, List<String> more) {
    return run(Stream.concat(some.stream(), more.stream()).toArray(String[]::new));
  }

  private int run(String... arguments) {
    out.reset();
    err.reset();
    return Entente.run(
        Stream.concat(Stream.of("policy"), Stream.of(arguments)).toArray(String[]::new),
        Map.of(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }
}
