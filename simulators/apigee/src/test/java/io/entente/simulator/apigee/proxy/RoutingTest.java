package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.http;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.plane.RunningTarget;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTest {

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1, /v1, ''",
    "/v1/, /v1, /",
    "/v1/x, /v1, /x",
    "/v1/orders, /v1/orders, ''",
    "/v1/orders/7?a=b, /v1/orders, /7",
    "/v1/ordersx, /v1, /ordersx",
    "/v1/me/items/3, /v1/*/items, /3",
    "/v1/fixed/items/3, /v1/fixed/items, /3",
  })
  void choosesTheLongestBasePath(String path, String basePath, String suffix) {
    // Given
    for (String base : List.of("/v1", "/v1/orders", "/v1/*/items", "/v1/fixed/items")) {
      lab.proxy(BundleText.proxy("proxy" + base.hashCode(), base, "", http(lab.backend.url())));
    }

    // When
    lab.get(path);

    // Then
    assertThat(lab.fact().basePath()).isEqualTo(basePath);
    assertThat(lab.backend.last().uri().split("\\?")[0]).isEqualTo(suffix.isEmpty() ? "/" : suffix);
  }

  @Test
  void answers404WhereNoProxyIs() {
    // Given
    lab.simple("");

    // When
    Client.Answer answer = lab.get("/else");

    // Then
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            "{\"fault\":{\"faultstring\":\"Unable to identify proxy for host: 127.0.0.1 and url:"
                + " /else\",\"detail\":{\"errorcode\":"
                + "\"messaging.adaptors.http.flow.ApplicationNotFound\"}}}");
  }

  @Test
  void listensToHostNamesButNotToAddresses() {
    // Given
    lab.simple("").hostnames("api.example");

    // Then
    assertThat(lab.get("/p", "Host", "API.example:80").status()).isEqualTo(200);
    assertThat(lab.get("/p", "Host", "other.example").status()).isEqualTo(404);
    assertThat(lab.get("/p", "Host", "localhost:1").status()).isEqualTo(200);
    assertThat(lab.get("/p", "Host", "[::1]:1").status()).isEqualTo(200);
  }

  @Test
  void theFirstRouteRuleThatHoldsDecides() {
    // Given
    String rules =
        "<RouteRule name='none'><Condition>request.verb = \"DELETE\"</Condition></RouteRule>"
            + "<RouteRule name='main'><Condition>request.verb != \"PUT\"</Condition>"
            + "<TargetEndpoint>default</TargetEndpoint></RouteRule>";
    lab.proxy(BundleText.proxy("p", "/p", rules, http(lab.backend.url())));

    // Then
    try (Client client = lab.client()) {
      Client.Answer nowhere = client.send("DELETE", "/p", "");
      assertThat(nowhere.status()).isEqualTo(200);
      assertThat(nowhere.body()).isEmpty();
      assertThat(lab.backend.seen()).isEmpty();
      assertThat(client.send("GET", "/p", "").body()).isEqualTo("hello");
      assertThat(client.send("PUT", "/p", "").body()).contains("messaging.runtime.RouteFailed");
    }
  }

  @Test
  void aPolicyMayChooseTheTarget() {
    // Given
    lab.simple(
        BundleText.step("am"),
        "<AssignMessage name=\"am\"><AssignVariable><Name>target.url</Name><Value>"
            + lab.backend.url()
            + "/elsewhere</Value></AssignVariable></AssignMessage>");

    // When
    lab.get("/p/x?a=1");

    // Then
    assertThat(lab.backend.last().uri()).isEqualTo("/x?a=1");
  }

  @Test
  void targetServersTakeTurnsAndThoseAwayArePassedOver() {
    try (var second = new Backend()) {
      // Given
      lab.proxy(
          BundleText.proxy(
              "p",
              "/p",
              "",
              "<HTTPTargetConnection><LoadBalancer><Server name='a'/><Server name='b'/>"
                  + "<Server name='off'/></LoadBalancer><Path>/base</Path></HTTPTargetConnection>"));
      lab.targets(
          new RunningTarget("a", "127.0.0.1", lab.backend.port(), true),
          new RunningTarget("b", "127.0.0.1", second.port(), true),
          new RunningTarget("off", "127.0.0.1", 1, false));

      // Then
      for (int i = 0; i < 4; i++) {
        assertThat(lab.get("/p/x").status()).isEqualTo(200);
      }
      assertThat(second.seen()).hasSize(2);
      assertThat(lab.backend.last().uri()).isEqualTo("/base/x");
      second.close();
      for (int i = 0; i < 4; i++) {
        assertThat(lab.get("/p/x").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void answers503WhenNoTargetServerIsThere() {
    // Given
    lab.proxy(
        BundleText.proxy(
            "p",
            "/p",
            "",
            "<HTTPTargetConnection><LoadBalancer><Server name='a'/></LoadBalancer>"
                + "</HTTPTargetConnection>"));

    // Then
    assertThat(lab.get("/p").status()).isEqualTo(503);
    assertThat(lab.get("/p").body()).contains("NoActiveTargets");
  }
}
