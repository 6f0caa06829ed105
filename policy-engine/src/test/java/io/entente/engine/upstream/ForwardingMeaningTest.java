package io.entente.engine.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.entente.model.identity.ApiName;
import io.entente.model.identity.GatewayId;
import io.entente.model.identity.Labels;
import io.entente.model.identity.PolicyName;
import io.entente.model.identity.PolicyVersion;
import io.entente.model.identity.RouteName;
import io.entente.policy.CircuitBreaker;
import io.entente.policy.CircuitBreaker.Failures;
import io.entente.policy.ConcurrencyLimit;
import io.entente.policy.Policy;
import io.entente.policy.PolicyKind;
import io.entente.policy.PolicySpec;
import io.entente.policy.PolicySpec.Mode;
import io.entente.policy.Retry;
import io.entente.policy.Retry.On;
import io.entente.policy.TargetRef;
import io.entente.policy.Timeout;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForwardingMeaningTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Doing SILENT = new Doing.Mute(Duration.ZERO, Optional.empty(), false);
  private static final Doing REFUSED = new Doing.Unreachable(Optional.of(Duration.ZERO));
  private static final Doing BROKEN = new Doing.Mute(millis(1), Optional.of(millis(9)), false);
  private static final Doing NOT_BEGUN = new Doing.Mute(millis(1), Optional.of(millis(9)), true);

  @Test
  void theWholeAnswerMustHaveGoneOutInTime() {
    var rule = timeout(0, 100, 0);
    assertThat(one("GET", List.of(rule), ok(99)))
        .isEqualTo(new Outcome(200, millis(99), millis(99), true, "upstream", List.of("a")));
    assertThat(one("GET", List.of(rule), ok(101)))
        .isEqualTo(
            new Outcome(504, millis(100), millis(100), true, "timeout.request", List.of("a")));
    assertThat(one("GET", List.of(rule), pieces(60, 30, 30)))
        .isEqualTo(
            new Outcome(200, millis(60), millis(100), false, "timeout.request", List.of("a")));
    assertThat(one("GET", List.of(rule), pieces(60, 30)).whole()).isTrue();
  }

  @Test
  void silenceEndsARequestOrItsAnswer() {
    var rule = timeout(0, 0, 50);
    assertThat(one("GET", List.of(rule), SILENT))
        .isEqualTo(new Outcome(504, millis(50), millis(50), true, "timeout.idle", List.of("a")));
    assertThat(one("GET", List.of(rule), pieces(40, 50, 50, 50)).whole()).isTrue();
    assertThat(one("GET", List.of(rule), pieces(40, 10, 51)))
        .isEqualTo(new Outcome(200, millis(40), millis(100), false, "timeout.idle", List.of("a")));
  }

  @Test
  void aConnectionThatDoesNotComeInTimeIsAFailedAttempt() {
    var rule = timeout(20, 0, 0);
    assertThat(one("GET", List.of(rule), new Doing.Unreachable(Optional.empty())))
        .isEqualTo(new Outcome(503, millis(20), millis(20), true, "timeout.connect", List.of("a")));
    assertThat(
            one(
                "GET",
                List.of(rule),
                new Doing.Answers(millis(21), millis(1), 200, List.of(), false)))
        .extracting(Outcome::status, Outcome::ended)
        .containsExactly(503, millis(20));
  }

  @Test
  void whatOnlyObservesEndsNothing() {
    var rule = policy("t", new Timeout(none(), Optional.of(millis(1)), none()), Mode.OBSERVE);
    assertThat(one("GET", List.of(rule), ok(50)).status()).isEqualTo(200);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> one("GET", List.of(rule), SILENT))
        .withMessageContaining("no policy ends that");
  }

  @Test
  void isSentAgainAfterTheEndsThatAreNamedAndNoMore() {
    var onConnect = retry(2, List.of(On.CONNECT_FAILURE), List.of(), 0, 0);
    assertThat(one("GET", List.of(onConnect), REFUSED, REFUSED, ok(5)).status()).isEqualTo(200);
    assertThat(one("GET", List.of(onConnect), REFUSED, REFUSED, REFUSED, ok(5)))
        .extracting(Outcome::status, outcome -> outcome.tried().size())
        .containsExactly(503, 3);
    assertThat(one("GET", List.of(onConnect), BROKEN, ok(5)).status()).isEqualTo(503);
    assertThat(one("GET", List.of(onConnect), NOT_BEGUN, ok(5)).status()).isEqualTo(503);
    assertThat(one("POST", List.of(onConnect), REFUSED, ok(5)).status()).isEqualTo(503);

    var onReset = retry(1, List.of(On.RESET), List.of(503), 0, 0);
    for (Doing first : List.of(REFUSED, BROKEN, NOT_BEGUN, answer(1, 503))) {
      assertThat(one("GET", List.of(onReset), first, ok(5)).status()).isEqualTo(200);
    }
    assertThat(one("GET", List.of(onReset), answer(1, 502), ok(5)).status()).isEqualTo(502);
    assertThat(one("GET", List.of(onReset), answer(1, 503), answer(1, 503)).status())
        .as("the last answer is the caller's")
        .isEqualTo(503);
  }

  @Test
  void anAttemptThatIsTooSlowIsSentAgainWithinTheWholeTime() {
    var rule = retry(2, List.of(On.RESET), List.of(), 30, 0);
    assertThat(one("GET", List.of(rule), SILENT, ok(10)))
        .isEqualTo(new Outcome(200, millis(40), millis(40), true, "upstream", List.of("a", "a")));
    assertThat(one("GET", List.of(rule), SILENT, SILENT, SILENT))
        .extracting(Outcome::status, Outcome::ended, Outcome::rule)
        .containsExactly(504, millis(90), "retry.perTryTimeout");
    assertThat(one("GET", List.of(rule, timeout(0, 50, 0)), SILENT, SILENT, SILENT))
        .extracting(Outcome::status, Outcome::ended, Outcome::rule)
        .containsExactly(504, millis(50), "timeout.request");
  }

  @Test
  void theWaitsDoubleUpToTenTimesAsMuch() {
    // Given
    var rule = retry(6, List.of(On.CONNECT_FAILURE), List.of(), 0, 10);

    // When
    Outcome outcome =
        one("GET", List.of(rule), REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, REFUSED, ok(0));

    // Then
    assertThat(outcome.ended()).isEqualTo(millis((10 + 20 + 40 + 80 + 100 + 100) / 2));
    assertThat(one("GET", List.of(rule, timeout(0, 4, 0)), REFUSED, ok(0)))
        .extracting(Outcome::status, Outcome::ended)
        .containsExactly(504, millis(4));
  }

  @Test
  void anEndpointThatFailsInARowGetsNothingForATime() {
    // Given
    var rule = policy("b", new CircuitBreaker(2, Failures.GATEWAY_ERRORS, Duration.ofSeconds(30)));
    var health = new Health();

    // When, then
    assertThat(at(0, health, rule, answer(1, 502)).status()).isEqualTo(502);
    assertThat(at(10, health, rule, answer(1, 500)).status()).as("resets").isEqualTo(500);
    assertThat(at(20, health, rule, answer(1, 504)).status()).isEqualTo(504);
    assertThat(at(30, health, rule, REFUSED).status()).isEqualTo(503);
    assertThat(at(40, health, rule, ok(1)))
        .isEqualTo(new Outcome(503, millis(0), millis(0), true, "circuitBreaker", List.of()));
    assertThat(at(30_029, health, rule, ok(1)).status()).isEqualTo(503);
    assertThat(at(30_031, health, rule, answer(1, 502)).status()).isEqualTo(502);
    assertThat(at(30_040, health, rule, ok(1)).status()).as("counted anew").isEqualTo(200);
  }

  @Test
  void theOtherEndpointGetsWhatOneMayNot() {
    // Given
    var rule = policy("b", new CircuitBreaker(1, Failures.SERVER_ERRORS, Duration.ofSeconds(1)));
    var retry = retry(1, List.of(On.RESET), List.of(), 0, 0);
    var health = new Health();
    Upstream upstream = script(List.of("a", "b"), BROKEN, ok(1));

    // When
    Outcome outcome =
        Forwarding.of(List.of(rule, retry), "GET", upstream, health, new Middle(), START);

    // Then
    assertThat(outcome.tried()).containsExactly("a", "b");
    assertThat(outcome.status()).isEqualTo(200);
  }

  @Test
  void silenceOfTheCallersConnectionIsNoFailureOfTheEndpoint() {
    // Given
    var rule = policy("b", new CircuitBreaker(1, Failures.SERVER_ERRORS, Duration.ofSeconds(30)));
    var byIdle = new Health();
    var byRequest = new Health();

    // When
    Forwarding.of(
        List.of(rule, timeout(0, 0, 5)), "GET", script(SILENT), byIdle, new Middle(), START);
    Forwarding.of(
        List.of(rule, timeout(0, 5, 0)), "GET", script(SILENT), byRequest, new Middle(), START);

    // Then
    assertThat(at(10, byIdle, rule, ok(1)).status()).isEqualTo(200);
    assertThat(at(10, byRequest, rule, ok(1)).status()).isEqualTo(503);
  }

  @Test
  void soManyAreUnderWayAtOnce() {
    // Given
    var route = new RouteTarget(new GatewayId("eu"), new ApiName("a"), new RouteName("r"));
    var limit = List.of(policy("c", new ConcurrencyLimit(2)));
    var inFlight = new InFlight();

    // When, then
    assertThat(inFlight.enter(limit, route)).isTrue();
    assertThat(inFlight.enter(limit, route)).isTrue();
    assertThat(inFlight.enter(limit, route)).isFalse();
    inFlight.leave(route);
    assertThat(inFlight.enter(limit, route)).isTrue();
    inFlight.leave(route);
    inFlight.leave(route);
    assertThatIllegalStateException().isThrownBy(() -> inFlight.leave(route));
    var watching = List.of(policy("c", new ConcurrencyLimit(1), Mode.OBSERVE));
    assertThat(inFlight.enter(watching, route)).isTrue();
    assertThat(inFlight.enter(watching, route)).isTrue();
  }

  private static Outcome one(String method, List<EffectivePolicy> policies, Doing... doings) {
    return Forwarding.of(policies, method, script(doings), new Health(), new Middle(), START);
  }

  private static Outcome at(int millis, Health health, EffectivePolicy rule, Doing doing) {
    return Forwarding.of(
        List.of(rule), "GET", script(doing), health, new Middle(), START.plusMillis(millis));
  }

  private static Upstream script(Doing... doings) {
    return script(List.of("a"), doings);
  }

  private static Upstream script(List<String> endpoints, Doing... doings) {
    return new Upstream() {
      @Override
      public List<String> endpoints() {
        return endpoints;
      }

      @Override
      public Doing next(String endpoint, int attempt) {
        return doings[attempt];
      }
    };
  }

  /** The first endpoint, and half of the longest wait. */
  private static final class Middle implements Chance {
    @Override
    public String endpoint(List<String> endpoints) {
      return endpoints.get(0);
    }

    @Override
    public Duration wait(Duration bound) {
      return bound.dividedBy(2);
    }
  }

  private static EffectivePolicy timeout(int connect, int request, int idle) {
    return policy("t", new Timeout(maybe(connect), maybe(request), maybe(idle)));
  }

  private static EffectivePolicy retry(
      int attempts, List<On> on, List<Integer> statuses, int perTry, int backoff) {
    return policy(
        "r", new Retry(attempts, on, statuses, maybe(perTry), maybe(backoff), List.of("GET")));
  }

  private static Optional<Duration> none() {
    return Optional.empty();
  }

  private static Optional<Duration> maybe(int millis) {
    return millis == 0 ? Optional.empty() : Optional.of(millis(millis));
  }

  private static Doing ok(int head) {
    return answer(head, 200);
  }

  private static Doing answer(int head, int status) {
    return Doing.Answers.after(millis(head), status);
  }

  private static Doing pieces(int head, int... gaps) {
    return new Doing.Answers(
        Duration.ZERO,
        millis(head),
        200,
        Arrays.stream(gaps).mapToObj(ForwardingMeaningTest::millis).toList(),
        false);
  }

  private static Duration millis(int millis) {
    return Duration.ofMillis(millis);
  }

  private static EffectivePolicy policy(String name, PolicyKind kind) {
    return policy(name, kind, Mode.ENFORCE);
  }

  private static EffectivePolicy policy(String name, PolicyKind kind, Mode mode) {
    var target = new TargetRef(TargetRef.Kind.API, Optional.empty(), Labels.none());
    return new EffectivePolicy(
        new Policy(
            new PolicyVersion(new PolicyName(name), 1),
            Labels.none(),
            new PolicySpec(
                List.of(target),
                PolicySpec.Merge.DEFAULT,
                0,
                mode,
                PolicySpec.Require.APPROXIMATE,
                PolicySpec.OnError.DENY,
                kind)),
        TargetRef.Kind.API);
  }
}
