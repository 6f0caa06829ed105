package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.http;
import static io.entente.simulator.apigee.proxy.BundleText.requestSide;
import static io.entente.simulator.apigee.proxy.BundleText.responseSide;
import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CorsTest {

  private static final String GOOD = "https://good.example";
  private static final String ORIGINS =
      "<AllowOrigins>https://other.example, https://good.example</AllowOrigins>";

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void answersAPreflightWithoutTheTargetAndTheRestOfTheRequestFlows() {
    // Given
    cors(
        ORIGINS
            + "<AllowMethods>GET, PUT</AllowMethods><AllowHeaders>X-One, x-two</AllowHeaders>"
            + "<ExposeHeaders>X-Out</ExposeHeaders><MaxAge>600</MaxAge>"
            + "<AllowCredentials>true</AllowCredentials>",
        step("fail"));

    // When
    Client.Answer answer = preflight(GOOD, "PUT", "x-one, X-Two");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(GOOD);
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, PUT");
    assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo("X-One, x-two");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("600");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("X-Seen")).isEqualTo("true");
    assertThat(lab.backend.seen()).isEmpty();
  }

  @Test
  void usesTheDocumentedDefaults() {
    // Given
    cors(ORIGINS, "");

    // When
    Client.Answer answer = preflight(GOOD, "POST", "content-type");

    // Then
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, POST, HEAD, OPTIONS");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("1800");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(answer.header("Access-Control-Expose-Headers")).isEmpty();
  }

  @Test
  void aForeignPreflightGetsNoPermission() {
    // Given
    cors(ORIGINS, "");

    // Then
    assertThat(preflight("https://bad.example", "GET", "").header("Access-Control-Allow-Origin"))
        .isEmpty();
    assertThat(preflight(GOOD, "DELETE", "").header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(preflight(GOOD, "GET", "X-Else").header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(lab.backend.seen()).isEmpty();
  }

  @Test
  void setsHeadersOnOtherAnswersToo() {
    // Given
    cors(
        ORIGINS + "<ExposeHeaders>*</ExposeHeaders><AllowCredentials>false</AllowCredentials>", "");

    // When
    Client.Answer answer = lab.get("/p", "Origin", GOOD);

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("hello");
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(GOOD);
    assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("false");
    assertThat(answer.header("Access-Control-Allow-Methods")).isEmpty();
  }

  @Test
  void setsHeadersOnFaultsToo() {
    // Given
    cors(ORIGINS, step("fail"));

    // When
    Client.Answer answer = lab.get("/p", "Origin", GOOD);

    // Then
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(GOOD);
  }

  @Test
  void aForeignOriginIsServedWithoutPermission() {
    // Given
    cors(ORIGINS, "");

    // When
    Client.Answer answer = lab.get("/p", "Origin", "https://bad.example");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void replacesWhatTheTargetSaysAboutOrigins() {
    // Given
    cors(ORIGINS, "");
    lab.backend.header("access-control-allow-origin", "*");

    // When
    Client.Answer answer = lab.get("/p", "Origin", GOOD);

    // Then
    assertThat(answer.headers().lines("Access-Control-Allow-Origin")).containsExactly(GOOD);
  }

  @Test
  void requestsWithoutOriginAreNoneOfItsBusiness() {
    // Given
    cors(ORIGINS, "");

    // Then
    assertThat(lab.get("/p").header("Access-Control-Allow-Origin")).isEmpty();
    try (Client client = lab.client()) {
      assertThat(client.send("OPTIONS", "/p", "").body()).isEqualTo("hello");
    }
  }

  @Test
  void anyOriginMayBeAllowed() {
    // Given
    cors("<AllowOrigins>*</AllowOrigins>", "");

    // Then
    assertThat(lab.get("/p", "Origin", GOOD).header("Access-Control-Allow-Origin")).isEqualTo(GOOD);
  }

  @Test
  void onlySetsVariablesWhenItMayNotAnswer() {
    // Given
    cors(ORIGINS + "<GeneratePreflightResponse>false</GeneratePreflightResponse>", step("show"));

    // When
    Client.Answer answer = preflight(GOOD, "GET", "");

    // Then
    assertThat(answer.body()).isEqualTo("hello");
    assertThat(lab.backend.last().header("X-Cors")).isEqualTo("PRE_FLIGHT true " + GOOD);
  }

  private void cors(String inside, String after) {
    lab.proxy(
        BundleText.proxy(
                "p",
                "/p",
                requestSide("PreFlow", step("cors") + after)
                    + responseSide("PostFlow", step("seen")),
                http(lab.backend.url()))
            .policy("<CORS name=\"cors\">" + inside + "</CORS>")
            .policy("<RaiseFault name=\"fail\"/>")
            .policy(header("seen", "X-Seen", "true"))
            .policy(
                header(
                    "show",
                    "X-Cors",
                    "{cross_origin_resource_sharing.request.type}"
                        + " {cross_origin_resource_sharing.preflight.accepted}"
                        + " {cross_origin_resource_sharing.allow.origin}")));
  }

  private static String header(String policy, String name, String value) {
    return "<AssignMessage name=\""
        + policy
        + "\"><Set><Headers><Header name='"
        + name
        + "'>"
        + value
        + "</Header></Headers></Set></AssignMessage>";
  }

  private Client.Answer preflight(String origin, String method, String headers) {
    try (Client client = lab.client()) {
      return headers.isEmpty()
          ? client.send(
              "OPTIONS", "/p", "", "Origin", origin, "Access-Control-Request-Method", method)
          : client.send(
              "OPTIONS",
              "/p",
              "",
              "Origin",
              origin,
              "Access-Control-Request-Method",
              method,
              "Access-Control-Request-Headers",
              headers);
    }
  }
}
