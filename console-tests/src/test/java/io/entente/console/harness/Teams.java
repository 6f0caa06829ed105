package io.entente.console.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the teams of the practice estate do to their own gateways, past Entente. */
public final class Teams {

  private final Console console;

  public Teams(Console console) {
    this.console = console;
  }

  /**
   * An API of a name of its own on all three gateways: its team's route on the Kong and proxy on
   * the Apigee, and a document for Entente, which makes its route on the Envoy.
   */
  public void offer(String api) {
    URI practice = onKong(api);
    apigee("proxy", api, "/" + api, practice + "/" + api);
    console
        .api()
        .apply(
            """
            apiVersion: entente.io/v1alpha1
            kind: Api
            metadata: {name: @API@}
            spec:
              gateways: [edge]
              bindings:
                - {gateway: kong, routes: {all: @API@-route}}
                - {gateway: apigee, routes: {all: @API@}}
              hosts: ["*"]
              upstream: {endpoints: [{host: 127.0.0.1, port: @PORT@}], connectTimeout: 5s}
              routes:
                - {name: all, path: {prefix: /@API@}}
            """
                .replace("@API@", api)
                .replace("@PORT@", Integer.toString(practice.getPort())));
    // What is judged without a plan is judged by the last read: the hub is to know the new routes.
    for (String gateway : List.of("kong", "apigee")) {
      console.api().send("POST", "/api/gateways/" + gateway + "/refresh", "");
    }
  }

  private URI onKong(String api) {
    URI practice = console.run().practice();
    kong("PUT", "/services/" + api, "{\"url\": \"" + practice + "\"}");
    kong(
        "PUT",
        "/services/" + api + "/routes/" + api + "-route",
        "{\"paths\": [\"/" + api + "\"], \"strip_path\": false}");
    return practice;
  }

  /** An API on the Kong alone, with a limit that its team made; the hub has seen both. */
  public String limitedByItsTeam(String api, int minute) {
    onKong(api);
    console
        .api()
        .apply(
            """
            apiVersion: entente.io/v1alpha1
            kind: Api
            metadata: {name: @API@}
            spec:
              bindings:
                - {gateway: kong, routes: {all: @API@-route}}
              hosts: ["*"]
              routes:
                - {name: all, path: {prefix: /@API@}}
            """
                .replace("@API@", api));
    JsonNode made =
        kong(
            "POST",
            "/routes/" + api + "-route/plugins",
            "{\"name\": \"rate-limiting\", \"config\": {\"minute\": "
                + minute
                + ", \"policy\": \"local\", \"limit_by\": \"ip\"}}");
    console.api().send("POST", "/api/gateways/kong/refresh", "");
    return made.get("id").asText();
  }

  /** A limit of requests a minute on an API, through Entente, in force on one gateway. */
  public void limit(String api, String policy, int requests, String gateway) {
    console
        .api()
        .apply(
            """
            apiVersion: entente.io/v1alpha1
            kind: Policy
            metadata: {name: @POLICY@}
            spec:
              targetRefs: [{kind: Api, name: @API@}]
              require: approximate
              rateLimit: {requests: @REQUESTS@, window: 1m, key: clientIp}
            """
                .replace("@POLICY@", policy)
                .replace("@API@", api)
                .replace("@REQUESTS@", Integer.toString(requests)));
    console.api().settle(gateway);
  }

  /**
   * A new API with a limit in force on the Kong that somebody has changed since; the hub has seen
   * it.
   */
  public void drifted(String api) {
    offer(api);
    limit(api, api + "-limit", 10, "kong");
    editKongLimit(api, 1000);
    console.api().get("/api/drift?gateway=kong&refresh=true");
  }

  /** The limit of requests a minute on an API's route of the Kong. */
  public int kongLimit(String api) {
    return limiter(api).at("/config/minute").asInt();
  }

  /** Sets that limit by hand. */
  public void editKongLimit(String api, int minute) {
    kong(
        "PATCH",
        "/plugins/" + limiter(api).get("id").asText(),
        "{\"config\": {\"minute\": " + minute + "}}");
  }

  private JsonNode limiter(String api) {
    JsonNode plugins = kong("GET", "/routes/" + api + "-route/plugins", "");
    for (JsonNode plugin : plugins.get("data")) {
      if (plugin.get("name").asText().equals("rate-limiting")) {
        return plugin;
      }
    }
    throw new AssertionError("the Kong has no limit on " + api + ": " + plugins);
  }

  private JsonNode kong(String method, String path, String json) {
    return console.api().foreign(method, console.run().kongAdmin().resolve(path), json);
  }

  private void apigee(String... words) {
    var command = new ArrayList<String>();
    command.add("scripts/apigee-team");
    command.add("--management");
    command.add(console.run().apigeeAdmin().toString());
    command.addAll(List.of(words));
    try {
      Process process = console.run().start(command.toArray(String[]::new));
      String said = new String(process.getInputStream().readAllBytes());
      assertThat(process.waitFor()).as(said).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
