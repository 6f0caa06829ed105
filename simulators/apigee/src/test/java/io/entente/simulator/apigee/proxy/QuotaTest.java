package io.entente.simulator.apigee.proxy;

import static io.entente.simulator.apigee.proxy.BundleText.http;
import static io.entente.simulator.apigee.proxy.BundleText.requestSide;
import static io.entente.simulator.apigee.proxy.BundleText.sharedFlow;
import static io.entente.simulator.apigee.proxy.BundleText.step;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.simulator.apigee.plane.HookPoint;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuotaTest {

  private final Lab lab = new Lab();

  @AfterEach
  void close() {
    lab.close();
  }

  @Test
  void refusesWhatIsTooMuchUntilTheWindowEnds() {
    // Given
    lab.simple(step("q"), quota("", "count='2'", ""));

    // Then
    assertThat(statuses(3)).containsExactly(200, 200, 429);
    assertThat(lab.get("/p").body())
        .isEqualTo(
            "{\"fault\":{\"faultstring\":\"Rate limit quota violation. Quota limit  exceeded."
                + " Identifier : _default\","
                + "\"detail\":{\"errorcode\":\"policies.ratelimit.QuotaViolation\"}}}");
    lab.clock.set("2026-03-04T10:20:59.999Z");
    assertThat(statuses(1)).containsExactly(429);
    lab.clock.set("2026-03-04T10:21:00Z");
    assertThat(statuses(3)).containsExactly(200, 200, 429);
  }

  @Test
  void countsEachIdentifierAlone() {
    // Given
    lab.simple(step("q"), quota("", "count='1'", "<Identifier ref='request.header.x-user'/>"));

    // Then
    assertThat(lab.get("/p", "X-User", "a").status()).isEqualTo(200);
    assertThat(lab.get("/p", "X-User", "b").status()).isEqualTo(200);
    assertThat(lab.get("/p", "X-User", "a").status()).isEqualTo(429);
    assertThat(lab.get("/p").status()).isEqualTo(200);
    assertThat(lab.get("/p").status()).isEqualTo(429);
  }

  @Test
  void takesLimitAndWindowFromVariables() {
    // Given
    lab.simple(
        step("q"),
        "<Quota name=\"q\"><Allow count='1' countRef='request.header.x-limit'/>"
            + "<Interval ref='request.header.x-interval'>1</Interval>"
            + "<TimeUnit ref='request.header.x-unit'>hour</TimeUnit></Quota>");

    // Then
    String[] more = {"X-Limit", "2", "X-Unit", "minute"};
    assertThat(lab.get("/p", more).status()).isEqualTo(200);
    assertThat(lab.get("/p", more).status()).isEqualTo(200);
    assertThat(lab.get("/p", more).status()).isEqualTo(429);
    assertThat(lab.get("/p").status()).isEqualTo(200);
    assertThat(lab.get("/p").status()).isEqualTo(429);
    assertThat(lab.get("/p", "X-Interval", "none").body())
        .contains("policies.ratelimit.FailedToResolveQuotaIntervalReference");
  }

  @Test
  void weighsMessages() {
    // Given
    lab.simple(step("q"), quota("", "count='5'", "<MessageWeight ref='request.header.x-w'/>"));

    // Then
    assertThat(lab.get("/p", "X-W", "3").status()).isEqualTo(200);
    assertThat(lab.get("/p", "X-W", "3").status()).isEqualTo(429);
    assertThat(lab.get("/p", "X-W", "2").status()).isEqualTo(200);
    assertThat(lab.get("/p", "X-W", "0").status()).isEqualTo(200);
    assertThat(lab.get("/p", "X-W", "heavy").body())
        .contains("policies.ratelimit.InvalidMessageWeight");
  }

  @Test
  void tellsItsCountsInVariables() {
    // Given
    lab.simple(
        step("q") + step("show"),
        quota("", "count='3'", "<Identifier ref='request.header.x-user'/>"),
        "<AssignMessage name=\"show\"><Set><Headers><Header name='X-Q'>"
            + "{ratelimit.q.allowed.count},{ratelimit.q.used.count},{ratelimit.q.available.count},"
            + "{ratelimit.q.exceed.count},{ratelimit.q.expiry.time},{ratelimit.q.identifier},"
            + "{ratelimit.q.failed}</Header></Headers></Set></AssignMessage>");

    // When
    lab.get("/p", "X-User", "u");
    lab.get("/p", "X-User", "u");

    // Then
    assertThat(lab.backend.last().header("X-Q")).isEqualTo("3,2,1,0,1772619660000,u,false");
  }

  @Test
  void aSharedFlowOnAHookCountsEachProxyAlone() {
    // Given
    for (String name : List.of("a", "b")) {
      lab.proxy(BundleText.proxy(name, "/" + name, "", http(lab.backend.url())));
    }
    lab.sharedFlow(sharedFlow("limits", step("q")).policy(quota("", "count='1'", "")))
        .hook(HookPoint.PRE_PROXY, "limits", false);

    // Then
    assertThat(lab.get("/a").status()).isEqualTo(200);
    assertThat(lab.get("/b").status()).isEqualTo(200);
    assertThat(lab.get("/a").status()).isEqualTo(429);
  }

  @Test
  void policiesWithASharedNameCountTogether() {
    // Given
    String shared = "<SharedName>both</SharedName>";
    lab.simple(
        step("q", "request.verb = \"GET\"") + step("r", "request.verb = \"PUT\""),
        quota("", "count='1'", shared),
        quota("", "count='1'", shared).replace("name=\"q\"", "name=\"r\""));

    // Then
    assertThat(lab.get("/p").status()).isEqualTo(200);
    try (Client client = lab.client()) {
      assertThat(client.send("PUT", "/p", "x").status()).isEqualTo(429);
    }
  }

  @Test
  void oneMayCountAndAnotherEnforce() {
    // Given
    String shared = "<SharedName>both</SharedName>";
    lab.proxy(
        BundleText.proxy(
                "p",
                "/p",
                requestSide("PreFlow", step("q")) + BundleText.responseSide("PostFlow", step("r")),
                http(lab.backend.url()))
            .policy(quota("", "count='2'", shared + "<EnforceOnly>true</EnforceOnly>"))
            .policy(
                quota("", "count='2'", shared + "<CountOnly>true</CountOnly>")
                    .replace("name=\"q\"", "name=\"r\"")));

    // Then
    assertThat(statuses(4)).containsExactly(200, 200, 429, 429);
  }

  @Test
  void aNewRevisionGoesOnCounting() {
    // Given
    lab.simple(step("q"), quota("", "count='1'", ""));
    lab.get("/p");

    // When
    lab.simple(
        step("q") + step("q2", "false"),
        quota("", "count='1'", ""),
        "<AssignMessage name=\"q2\"/>");

    // Then
    assertThat(lab.get("/p").status()).isEqualTo(429);
  }

  @Test
  void rollsWhenItsTypeSaysSo() {
    // Given
    lab.simple(step("q"), quota("type='rollingwindow'", "count='1'", ""));

    // Then
    assertThat(statuses(2)).containsExactly(200, 429);
    lab.clock.pass(Duration.ofSeconds(59));
    assertThat(statuses(1)).containsExactly(429);
    lab.clock.pass(Duration.ofSeconds(1));
    assertThat(statuses(2)).containsExactly(200, 429);
  }

  @Test
  void neverLetsMoreThroughAtOnceThanAllowed() {
    // Given
    lab.simple(step("q"), quota("", "count='20'", ""));

    // When
    long allowed =
        IntStream.range(0, 100).parallel().filter(i -> lab.get("/p").status() == 200).count();

    // Then
    assertThat(allowed).isEqualTo(20);
  }

  private List<Integer> statuses(int requests) {
    return IntStream.range(0, requests).mapToObj(i -> lab.get("/p").status()).toList();
  }

  private static String quota(String attributes, String allow, String more) {
    return "<Quota name=\"q\" "
        + attributes
        + "><Allow "
        + allow
        + "/><Interval>1</Interval>"
        + "<TimeUnit>minute</TimeUnit><Distributed>true</Distributed>"
        + "<Synchronous>true</Synchronous>"
        + more
        + "</Quota>";
  }
}
