package io.entente.console.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entente.acceptance.kit.RunScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The hub, and what stands around it, asked over HTTP without a browser. */
public final class HubApi {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final RunScript run;

  HubApi(RunScript run) {
    this.run = run;
  }

  /** A good answer of the hub. */
  public JsonNode get(String path) {
    return good(hub("GET", path, ""));
  }

  /** A good answer of the hub to a document or a JSON body. */
  public JsonNode send(String method, String path, String body) {
    return good(hub(method, path, body));
  }

  /** Stores documents. */
  public void apply(String documents) {
    good(hub("POST", "/api/documents", documents));
  }

  /** Plans a gateway and carries the plan out, where there is something to do. */
  public void settle(String gateway) {
    JsonNode plan = send("POST", "/api/plans", "{\"gateway\": \"" + gateway + "\"}");
    if (!plan.get("empty").asBoolean()) {
      String path = "/api/plans/" + plan.get("id").asText();
      send("POST", path + "/approve", "{\"hash\": \"" + plan.get("hash").asText() + "\"}");
      send("POST", path + "/apply", "");
    }
  }

  /** Whatever anybody answers. */
  public HttpResponse<String> answer(URI address) {
    return sent(HttpRequest.newBuilder(address));
  }

  /** How many of a number of requests each status was answered to. */
  public Map<Integer, Integer> statuses(URI address, int requests) {
    var counts = new TreeMap<Integer, Integer>();
    for (int i = 0; i < requests; i++) {
      counts.merge(answer(address).statusCode(), 1, Integer::sum);
    }
    return counts;
  }

  /** A good answer of a gateway's own administration. */
  public JsonNode foreign(String method, URI address, String json) {
    HttpResponse<String> answer =
        sent(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json)));
    return good(answer);
  }

  private HttpResponse<String> hub(String method, String path, String body) {
    try {
      return sent(
          HttpRequest.newBuilder(run.hub().resolve(path))
              .header("Authorization", "Bearer " + run.token())
              .header(
                  "Content-Type", body.startsWith("{") ? "application/json" : "application/yaml")
              .method(method, BodyPublishers.ofString(body)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> sent(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(Duration.ofSeconds(240)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static JsonNode good(HttpResponse<String> answer) {
    assertThat(answer.statusCode())
        .as("%s %s: %s", answer.request().method(), answer.uri(), answer.body())
        .isBetween(200, 299);
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(answer.uri() + " answered no JSON", e);
    }
  }
}
