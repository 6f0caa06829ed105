package io.entente.simulator.apigee.discovery;

import static io.entente.simulator.apigee.harness.Client.ENV;
import static io.entente.simulator.apigee.harness.Client.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.Json;
import io.entente.simulator.apigee.harness.Client;
import io.entente.simulator.apigee.harness.Reply;
import io.entente.simulator.apigee.http.Request;
import io.entente.simulator.apigee.http.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrafficTest {

  @Test
  void recordsAnAnswerThatIsAgainstTheDocument() {
    // Given
    Discovery discovery = Discovery.load();
    Traffic traffic = new Traffic(discovery);
    Request request = Request.of("GET", ORG + "/apis/a", Map.of(), new byte[0]);
    Method method = discovery.find("GET", request.path()).orElseThrow().method();

    // When
    traffic.answer(request, method, Response.json(200, Json.object().put("name", "a")));
    traffic.answer(request, method, Response.json(200, Json.object().put("title", "a")));
    traffic.answer(request, method, Response.json(200, Json.array()));
    traffic.answer(request, method, Response.bytes("text/plain", new byte[] {1}));
    traffic.answer(request, method, Response.json(404, Json.object().put("message", "no")));

    // Then
    assertThat(traffic.answers()).isEqualTo(5);
    assertThat(traffic.breaches()).hasSize(4).allMatch(breach -> breach.side().equals("answer"));
    assertThat(traffic.toJson().at("/violations/0/problem").asText()).contains("title");
  }

  @Test
  void refusesAndRecordsRequestsAgainstTheDocument() {
    try (Client client = Client.start()) {
      // Given
      client.expectBreaches(7);

      // When
      List<Reply> replies =
          List.of(
              client.get(ENV + "/deployments?sharedflows=true"),
              client.get(ORG + "/apis?includeRevisions=yes"),
              client.get(ORG + "/apps?pageSize=many"),
              client.send("PUT", ENV + "/flowhooks/PreProxyFlowHook", "{\"flow\":\"f\"}"),
              client.send("PUT", ENV + "/flowhooks/PreProxyFlowHook", "{\"sharedFlow\":"),
              client.send("POST", ENV + "/apis/a/revisions/1/deployments", "{\"override\":true}"));
      Reply unknown = client.get(ORG + "/nothing");

      // Then
      assertThat(replies).extracting(Reply::status).containsOnly(400);
      assertThat(replies).extracting(r -> r.text("/error/status")).containsOnly("INVALID_ARGUMENT");
      assertThat(replies.get(0).text("/error/message"))
          .contains("Unknown name \"sharedflows\": Cannot bind query parameter");
      assertThat(unknown.status()).isEqualTo(404);
      Reply validation = client.get("/_simulator/validation");
      assertThat(validation.at("/requests").asInt()).isEqualTo(7);
      assertThat(validation.at("/answers").asInt()).isEqualTo(6);
      assertThat(validation.at("/violations")).hasSize(7);
      assertThat(validation.text("/violations/3/problem")).contains("\"flow\"");
    }
  }

  @Test
  void takesTheCommonArgumentsOfGoogle() {
    try (Client client = Client.start()) {
      // When
      Reply reply = client.get(ORG + "?alt=json&prettyPrint=false&key=k&quotaUser=u");

      // Then
      assertThat(reply.status()).isEqualTo(200);
      assertThat(new String(reply.body(), java.nio.charset.StandardCharsets.UTF_8))
          .doesNotContain("\n");
    }
  }

  @Test
  void saysWhichMethodsItDoesNotServe() {
    try (Client client = Client.start()) {
      // When
      Reply reply = client.get(ORG + "/securityProfiles");

      // Then
      assertThat(reply.status()).isEqualTo(501);
      assertThat(reply.text("/error/message")).contains("securityProfiles.list");
    }
  }
}
