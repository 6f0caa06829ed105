package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.from;
import static io.entente.engine.Fixtures.limit;
import static io.entente.engine.Fixtures.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision.Observed;
import io.entente.engine.Decision.Pass;
import io.entente.engine.Decision.Reject;
import io.entente.engine.Exchange.Response;
import io.entente.policy.Cidr;
import io.entente.policy.Cors;
import io.entente.policy.HeaderTransform;
import io.entente.policy.IpFilter;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.PolicySpec.OnError;
import io.entente.policy.TrafficLog;
import io.entente.policy.resolution.EffectivePolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorsMeaningTest {

  private static final Cors NAMED =
      new Cors(
          List.of("https://a.example", "https://b.example"),
          List.of("GET", "PUT"),
          List.of("content-type", "x-a"),
          List.of("etag"),
          true,
          Duration.ofMinutes(1));

  private static final Cors EVERYBODY =
      new Cors(List.of("*"), List.of("GET"), List.of(), List.of(), false, Duration.ZERO);

  private final State state = new State(100);

  @Test
  void answersAPreflightOfAnAllowedOriginItself() {
    // When
    Decision decision = decide(NAMED, "OPTIONS", preflight("https://b.example"));

    // Then
    var answer = (Reject) decision;
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.rule()).isEqualTo("cors.preflight");
    assertThat(answer.headers().values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "access-control-allow-origin", List.of("https://b.example"),
                "access-control-allow-credentials", List.of("true"),
                "access-control-allow-methods", List.of("GET,PUT"),
                "access-control-allow-headers", List.of("content-type,x-a"),
                "access-control-expose-headers", List.of("etag"),
                "access-control-max-age", List.of("60"),
                "vary", List.of("Origin")));
  }

  @Test
  void answersAPreflightOfAForeignOriginWithNothingThatWouldLetItIn() {
    // When
    Decision decision = decide(NAMED, "OPTIONS", preflight("https://evil.example"));

    // Then
    var answer = (Reject) decision;
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.rule()).isEqualTo("cors.allowOrigins");
    assertThat(answer.headers().values())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "access-control-allow-methods", List.of("GET,PUT"),
                "access-control-allow-headers", List.of("content-type,x-a"),
                "access-control-max-age", List.of("60"),
                "vary", List.of("Origin")));
  }

  @Test
  void letsOtherOptionsRequestsPass() {
    assertThat(decide(NAMED, "OPTIONS", Map.of("origin", List.of("https://a.example"))))
        .isInstanceOf(Pass.class);
    assertThat(decide(NAMED, "OPTIONS", Map.of("access-control-request-method", List.of("PUT"))))
        .isInstanceOf(Pass.class);
    assertThat(decide(NAMED, "GET", preflight("https://a.example"))).isInstanceOf(Pass.class);
  }

  @Test
  void aPreflightIsAnsweredBeforeTheAddressIsJudgedAndCountsAgainstNoLimit() {
    // Given
    var policies =
        List.of(
            policy("cors", NAMED),
            policy("filter", new IpFilter(List.of(), List.of(Cidr.parse("10.0.0.0/8")))),
            policy("limit", limit(1, 10)));

    // When
    for (int i = 0; i < 3; i++) {
      Decision decision =
          PolicyEngine.evaluateRequest(
              policies, from("10.0.0.1", "OPTIONS", preflight("https://a.example")), state, START);

      // Then
      assertThat(((Reject) decision).rule()).isEqualTo("cors.preflight");
    }
    assertThat(PolicyEngine.evaluateRequest(policies, from("11.0.0.1", Map.of()), state, START))
        .isInstanceOf(Pass.class);
  }

  @Test
  void everyOriginIsToldSoWithoutVarying() {
    // When
    Headers answer = answer(EVERYBODY, Map.of("origin", List.of("https://x.example")), Map.of());
    Headers without = answer(EVERYBODY, Map.of(), Map.of());

    // Then
    assertThat(answer).isEqualTo(Headers.of(Map.of("access-control-allow-origin", List.of("*"))));
    assertThat(without).isEqualTo(answer);
  }

  @Test
  void whatTheUpstreamSaysAboutOriginsIsTakenOff() {
    // Given
    var upstream =
        Map.of(
            "Access-Control-Allow-Origin", List.of("*"),
            "Access-Control-Allow-Credentials", List.of("true"),
            "Access-Control-Expose-Headers", List.of("x-secret"),
            "Vary", List.of("Accept, origin"),
            "x-up", List.of("1"));

    // When
    Headers foreign = answer(NAMED, Map.of("origin", List.of("https://evil.example")), upstream);

    // Then
    assertThat(foreign)
        .isEqualTo(Headers.of(Map.of("vary", List.of("Accept, origin"), "x-up", List.of("1"))));
  }

  @Test
  void hasTheLastWordAfterHeaderEdits() {
    // Given
    var edits =
        new HeaderTransform(
            List.of(),
            List.of(
                new HeaderTransform.Edit.Set("access-control-allow-origin", "*"),
                new HeaderTransform.Edit.Remove("vary")));
    var exchange =
        from("", Map.of("origin", List.of("https://a.example")))
            .answered(new Response(200, Headers.none()));

    // When
    var pass =
        (Pass)
            PolicyEngine.evaluateResponse(
                List.of(policy("cors", NAMED), policy("edits", edits)), exchange);

    // Then
    assertThat(pass.headers().get("access-control-allow-origin"))
        .containsExactly("https://a.example");
    assertThat(pass.headers().get("vary")).containsExactly("Origin");
  }

  @Test
  void anObservedPolicyReportsAndAnswersNothing() {
    // Given
    var observed = policy("p", NAMED, Mode.OBSERVE, OnError.DENY);

    // When
    Decision decision = decide(observed, "OPTIONS", preflight("https://evil.example"));

    // Then
    assertThat(((Pass) decision).observed())
        .containsExactly(new Observed(observed.policy().id(), "cors.allowOrigins"));
    var exchange =
        from("", Map.of("origin", List.of("https://a.example")))
            .answered(new Response(200, Headers.none()));
    assertThat(PolicyEngine.evaluateResponse(List.of(observed), exchange))
        .isEqualTo(new Pass(Headers.none(), List.of()));
  }

  @Test
  void aPageIsLetInExactlyWhenItsOriginIsAllowed() {
    var random = new Random(20261121);
    var origins =
        List.of("https://a.example", "https://b.example", "https://c.example", "null", "");
    for (int round = 0; round < 2_000; round++) {
      // Given
      Cors cors = random.nextInt(3) == 0 ? EVERYBODY : NAMED;
      String origin = origins.get(random.nextInt(origins.size()));
      var request = new HashMap<String, List<String>>();
      if (random.nextInt(4) > 0) {
        request.put("Origin", List.of(origin));
      }
      var upstream = new HashMap<String, List<String>>();
      if (random.nextBoolean()) {
        upstream.put("access-control-allow-origin", List.of(random.nextBoolean() ? "*" : origin));
      }

      // When
      Headers answer = answer(cors, request, upstream);

      // Then
      List<String> allowed = answer.get("access-control-allow-origin");
      boolean letIn = allowed.contains("*") || allowed.contains(origin);
      boolean asked = request.containsKey("Origin") && !origin.isEmpty();
      assertThat(letIn)
          .as("round %d: %s %s", round, cors.allowOrigins(), request)
          .isEqualTo(cors.allowsAnyOrigin() || (asked && cors.allows(origin)));
      assertThat(answer.get("vary").contains("Origin"))
          .as("round %d: %s %s", round, cors.allowOrigins(), request)
          .isEqualTo(!cors.allowsAnyOrigin());
      assertThat(again(cors, request, answer)).as("round %d", round).isEqualTo(answer);
    }
  }

  @Test
  void aTrafficLogChangesNothing() {
    // Given
    var log = policy("log", new TrafficLog(Duration.ofSeconds(1)));
    var exchange = from("", preflight("https://a.example"));

    // When // Then
    assertThat(PolicyEngine.evaluateRequest(List.of(log), exchange, state, START))
        .isEqualTo(new Pass(exchange.requestHeaders(), List.of()));
    assertThat(
            PolicyEngine.evaluateResponse(
                List.of(log), exchange.answered(new Response(200, Headers.none()))))
        .isEqualTo(new Pass(Headers.none(), List.of()));
  }

  private static Map<String, List<String>> preflight(String origin) {
    return Map.of("origin", List.of(origin), "access-control-request-method", List.of("PUT"));
  }

  private Decision decide(Cors cors, String method, Map<String, List<String>> headers) {
    return decide(policy("cors", cors), method, headers);
  }

  private Decision decide(
      EffectivePolicy policy, String method, Map<String, List<String>> headers) {
    return PolicyEngine.evaluateRequest(
        List.of(policy), from("10.0.0.1", method, headers), state, START);
  }

  private static Headers answer(
      Cors cors, Map<String, List<String>> request, Map<String, List<String>> upstream) {
    return again(cors, request, Headers.of(upstream));
  }

  private static Headers again(Cors cors, Map<String, List<String>> request, Headers answer) {
    var exchange = from("", request).answered(new Response(200, answer));
    return ((Pass) PolicyEngine.evaluateResponse(List.of(policy("cors", cors)), exchange))
        .headers();
  }
}
