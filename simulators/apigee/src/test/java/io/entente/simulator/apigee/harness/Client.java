package io.entente.simulator.apigee.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.entente.simulator.apigee.ApigeeSimulator;
import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.Options;
import io.entente.simulator.apigee.discovery.Breach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A simulator and a client of it. Closing asserts that traffic was checked against the discovery
 * document and that nothing but the announced requests broke it.
 */
public final class Client implements AutoCloseable {

  public static final String ORG = "/v1/organizations/acme";
  public static final String ENV = ORG + "/environments/test";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ApigeeSimulator simulator;
  private String token = "";
  private int expectedBreaches;

  private Client(ApigeeSimulator simulator) {
    this.simulator = simulator;
  }

  public static Client start(Options options) {
    try {
      return new Client(
          ApigeeSimulator.start(
              options.dataPlane().isPresent() ? options : options.withDataPlane(new FakePlane())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Client start() {
    return start(Options.defaults());
  }

  public ApigeeSimulator simulator() {
    return simulator;
  }

  /** So many requests of this test are against the discovery document on purpose. */
  public void expectBreaches(int number) {
    expectedBreaches = number;
  }

  public Reply get(String path) {
    return send("GET", path, Map.of(), new byte[0]);
  }

  public Reply delete(String path) {
    return send("DELETE", path, Map.of(), new byte[0]);
  }

  public Reply send(String method, String path, String json) {
    return send(
        method,
        path,
        Map.of("Content-Type", "application/json"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  /** Imports a bundle; the number of the new revision. */
  public String revisionOf(String collection, String name, byte[] zip) {
    Reply reply = upload("/" + collection + "?action=import&name=" + name, zip);
    assertThat(reply.status()).as(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo(200);
    return reply.text("/revision");
  }

  /** Imports and deploys a bundle; the number of the new revision. */
  public String deployed(String collection, String name, byte[] zip) {
    String revision = revisionOf(collection, name, zip);
    Reply reply = deploy(collection, name, revision, "?override=true");
    assertThat(reply.status()).as(new String(reply.body(), StandardCharsets.UTF_8)).isEqualTo(200);
    return revision;
  }

  public Reply deploy(String collection, String name, String revision, String query) {
    return send("POST", deployment(collection, name, revision) + query, "");
  }

  public static String deployment(String collection, String name, String revision) {
    return ENV + "/" + collection + "/" + name + "/revisions/" + revision + "/deployments";
  }

  /** Posts a zip under the organisation. */
  public Reply upload(String path, byte[] zip) {
    return send("POST", ORG + path, Map.of("Content-Type", "application/octet-stream"), zip);
  }

  /** Sends with a token that is fetched when there is none. */
  public Reply send(String method, String path, Map<String, String> headers, byte[] body) {
    if (token.isEmpty()) {
      token = userToken();
    }
    return sendAs(token, method, path, headers, body);
  }

  /** Sends with a token; an empty one is not sent. */
  public Reply sendAs(
      String bearer, String method, String path, Map<String, String> headers, byte[] body) {
    var request =
        HttpRequest.newBuilder(URI.create(simulator.endpoint() + path))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Posts a form to the token endpoint. */
  public Reply tokenRequest(Map<String, String> form) {
    StringBuilder body = new StringBuilder();
    form.forEach(
        (name, value) ->
            body.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    return sendAs(
        "",
        "POST",
        "/token",
        Map.of("Content-Type", "application/x-www-form-urlencoded"),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  public JsonNode credential(String query) {
    return sendAs("", "GET", "/_simulator/credential" + query, Map.of(), new byte[0]).json();
  }

  public JsonNode key() {
    try {
      return Json.read(simulator.credential().getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private String userToken() {
    JsonNode user = credential("?type=authorized_user");
    return tokenRequest(
            Map.of(
                "grant_type", "refresh_token",
                "client_id", user.path("client_id").asText(),
                "client_secret", user.path("client_secret").asText(),
                "refresh_token", user.path("refresh_token").asText()))
        .text("/access_token");
  }

  @Override
  public void close() {
    List<Breach> breaches = simulator.traffic().breaches();
    simulator.close();
    assertThat(simulator.traffic().requests()).isPositive();
    assertThat(simulator.traffic().answers()).isPositive();
    assertThat(breaches).filteredOn(breach -> breach.side().equals("answer")).isEmpty();
    assertThat(breaches).as("%s", breaches).hasSize(expectedBreaches);
  }
}
