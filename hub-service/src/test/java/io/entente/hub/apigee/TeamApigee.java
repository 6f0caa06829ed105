package io.entente.hub.apigee;

import static io.restassured.RestAssured.given;

import com.google.auth.oauth2.GoogleCredentials;
import io.entente.hub.test.HubClient;
import io.entente.simulator.apigee.ApigeeSimulator;
import io.entente.simulator.apigee.Options;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** An Apigee that a team of its own runs: a proxy, and a shared flow on a hook. */
final class TeamApigee implements AutoCloseable {

  static final String PRE_PROXY = "PreProxyFlowHook";

  private final ApigeeSimulator simulator;
  private final String token;

  private TeamApigee(ApigeeSimulator simulator, String token) {
    this.simulator = simulator;
    this.token = token;
  }

  static TeamApigee start() throws IOException {
    var simulator = ApigeeSimulator.start(Options.defaults().withCallsPerMinute(100_000));
    var key = new ByteArrayInputStream(simulator.credential().getBytes(StandardCharsets.UTF_8));
    var token =
        GoogleCredentials.fromStream(key)
            .createScoped("https://www.googleapis.com/auth/cloud-platform")
            .refreshAccessToken()
            .getTokenValue();
    var apigee = new TeamApigee(simulator, token);
    apigee.deployFlow("team-auth", flow("team-auth"));
    apigee
        .api()
        .body("{\"sharedFlow\":\"team-auth\",\"continueOnError\":true}")
        .put(apigee.environment() + "/flowhooks/" + PRE_PROXY)
        .then()
        .statusCode(200);
    apigee.deployProxy("orders", proxy("orders", "v1"));
    return apigee;
  }

  /** The documents of the gateway, and of an API that lives on its proxy. */
  String documents(String name) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: %1$s}
        spec:
          vendor: apigee
          writes: managed
          connection: {organization: acme, environment: test, endpoint: "%2$s", requestsPerSecond: 1000}
        ---
        apiVersion: entente.io/v1alpha1
        kind: Api
        metadata: {name: %1$s-orders, labels: {road: %1$s}}
        spec:
          bindings: [{gateway: %1$s, routes: {all: orders}}]
          routes: [{name: all, path: {prefix: /orders}}]
        """
        .formatted(name, simulator.endpoint());
  }

  /** Stores the simulator's own service account for the gateway. */
  void giveCredential(String gateway) {
    HubClient.admin()
        .contentType("application/json")
        .body(simulator.credential())
        .put("/api/gateways/" + gateway + "/vendor-credential")
        .then()
        .statusCode(200);
  }

  String credential() {
    return simulator.credential();
  }

  void deployProxy(String name, SortedMap<String, String> files) {
    deploy("apis", name, files);
  }

  void deployFlow(String name, SortedMap<String, String> files) {
    deploy("sharedflows", name, files);
  }

  private void deploy(String kind, String name, SortedMap<String, String> files) {
    String revision =
        bearer()
            .queryParam("name", name)
            .queryParam("action", "import")
            .multiPart("file", name + ".zip", zip(files), "application/octet-stream")
            .post("/v1/organizations/acme/" + kind)
            .then()
            .statusCode(200)
            .extract()
            .path("revision");
    bearer()
        .queryParam("override", "true")
        .post(environment() + "/" + kind + "/" + name + "/revisions/" + revision + "/deployments")
        .then()
        .statusCode(200);
  }

  /** What the environment runs of a proxy. */
  SortedMap<String, String> runs(String proxy) {
    String revision =
        bearer()
            .get(environment() + "/apis/" + proxy + "/deployments")
            .path("deployments[0].revision");
    byte[] archive =
        bearer()
            .get(
                "/v1/organizations/acme/apis/"
                    + proxy
                    + "/revisions/"
                    + revision
                    + "?format=bundle")
            .asByteArray();
    return unzip(archive);
  }

  /** Everything of theirs: the files that run, the flows there are, what is on the hooks. */
  Map<String, Object> foreign() {
    var all = new TreeMap<String, Object>();
    all.put("orders", runs("orders"));
    List<String> flows =
        bearer().get("/v1/organizations/acme/sharedflows").path("sharedFlows.name");
    all.put("flows", flows);
    for (String hook :
        List.of(PRE_PROXY, "PreTargetFlowHook", "PostTargetFlowHook", "PostProxyFlowHook")) {
      Response answer = hook(hook);
      all.put(
          hook,
          List.of(
              String.valueOf((Object) answer.path("sharedFlow")),
              String.valueOf((Object) answer.path("continueOnError"))));
    }
    return all;
  }

  Response hook(String point) {
    return bearer().get(environment() + "/flowhooks/" + point);
  }

  /** Requests and answers that the discovery document of the API does not allow. */
  String violations() {
    return simulator.traffic().breaches().toString();
  }

  private String environment() {
    return "/v1/organizations/acme/environments/test";
  }

  private RequestSpecification api() {
    return bearer().contentType("application/json");
  }

  private RequestSpecification bearer() {
    return given().baseUri(simulator.endpoint()).header("Authorization", "Bearer " + token);
  }

  static SortedMap<String, String> proxy(String name, String note) {
    var files = new TreeMap<String, String>();
    files.put("apiproxy/" + name + ".xml", "<APIProxy name=\"" + name + "\"/>\n");
    files.put("apiproxy/policies/Mark.xml", mark("Mark", note));
    files.put(
        "apiproxy/proxies/default.xml",
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- theirs -->
        <ProxyEndpoint name="default">
          <PreFlow name="PreFlow">
            <Request>
              <Step><Name>Mark</Name></Step>
            </Request>
            <Response/>
          </PreFlow>
          <HTTPProxyConnection><BasePath>/orders</BasePath></HTTPProxyConnection>
          <RouteRule name="noroute"/>
        </ProxyEndpoint>
        """);
    return files;
  }

  private static SortedMap<String, String> flow(String name) {
    var files = new TreeMap<String, String>();
    files.put("sharedflowbundle/" + name + ".xml", "<SharedFlowBundle name=\"" + name + "\"/>\n");
    files.put("sharedflowbundle/policies/Mark.xml", mark("Mark", "flow"));
    files.put(
        "sharedflowbundle/sharedflows/default.xml",
        "<SharedFlow name=\"default\">\n  <Step><Name>Mark</Name></Step>\n</SharedFlow>\n");
    return files;
  }

  private static String mark(String policy, String note) {
    return "<AssignMessage name=\""
        + policy
        + "\"><AssignTo createNew=\"false\" type=\"request\"/><Set><Headers><Header name=\"x-team\">"
        + note
        + "</Header></Headers></Set></AssignMessage>\n";
  }

  private static byte[] zip(SortedMap<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static SortedMap<String, String> unzip(byte[] archive) {
    var files = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return files;
  }

  @Override
  public void close() {
    simulator.close();
  }
}
