package io.entente.engine;

import static io.entente.engine.Fixtures.START;
import static io.entente.engine.Fixtures.policy;
import static io.entente.engine.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.policy.ApiKey;
import io.entente.policy.HeaderTransform;
import io.entente.policy.Preflight;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import io.entente.policy.resolution.EffectivePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResponseCacheMeaningTest {

  private static final Trust TRUST = new Trust(Map.of("ka", "alice", "kb", "bob"), Map.of());

  private final AnswerCache cache = new AnswerCache(3);

  private static ResponseCache rule(boolean perCaller, boolean respectOrigin, SetCookie cookies) {
    return new ResponseCache(
        Duration.ofSeconds(10),
        List.of("GET"),
        List.of(200),
        List.of("application/json"),
        List.of("accept-language"),
        List.of("*"),
        perCaller,
        respectOrigin,
        cookies,
        Optional.of(5L));
  }

  private static List<EffectivePolicy> only(ResponseCache rule) {
    return List.of(policy("cache", rule));
  }

  private static Exchange asked(String query, Map<String, List<String>> headers) {
    Exchange plain = request();
    return new Exchange(
            plain.route(),
            "GET",
            "/a",
            Headers.of(headers),
            plain.clientAddress(),
            Optional.empty())
        .withQuery(query);
  }

  private static Exchange answered(Exchange exchange, int status, Map<String, List<String>> says) {
    var headers = Headers.of(says).addIfAbsent("content-type", "application/json; charset=utf-8");
    return exchange.answered(new Exchange.Response(status, headers));
  }

  private boolean keeps(ResponseCache rule, Exchange exchange, Map<String, List<String>> says) {
    PolicyEngine.keep(
        only(rule), answered(exchange, 200, says), "body", TRUST, new State(1), cache, START);
    return again(rule, exchange, START).isPresent();
  }

  private Optional<CachedAnswer> again(ResponseCache rule, Exchange exchange, Instant now) {
    return PolicyEngine.cached(only(rule), exchange, TRUST, new State(1), cache, now);
  }

  @Test
  void anAnswerIsGivenAgainWithItsAgeUntilItsTimeIsOver() {
    // Given
    ResponseCache rule = rule(true, true, SetCookie.BYPASS);
    Exchange exchange = asked("a=1&b=2", Map.of());
    assertThat(keeps(rule, exchange, Map.of("x-a", List.of("1")))).isTrue();

    // When
    var after = again(rule, asked("b=2&a=1", Map.of()), START.plusSeconds(9)).orElseThrow();

    // Then
    assertThat(after.response().headers().get("age")).containsExactly("9");
    assertThat(after.response().headers().get("x-a")).containsExactly("1");
    assertThat(after.body()).isEqualTo("body");
    assertThat(again(rule, exchange, START.plusSeconds(10))).isEmpty();
  }

  @Test
  void anotherQueryHeaderHostOrMethodIsAnotherRequest() {
    ResponseCache rule = rule(false, true, SetCookie.BYPASS);
    assertThat(keeps(rule, asked("a=1", Map.of()), Map.of())).isTrue();

    assertThat(again(rule, asked("a=2", Map.of()), START)).isEmpty();
    assertThat(again(rule, asked("a", Map.of()), START)).isEmpty();
    assertThat(again(rule, asked("a=1", Map.of("accept-language", List.of("de"))), START))
        .isEmpty();
    assertThat(again(rule, asked("a=1", Map.of("host", List.of("other"))), START)).isEmpty();
    assertThat(again(rule, asked("a=1", Map.of("x-other", List.of("1"))), START)).isPresent();
  }

  @Test
  void oneCallersAnswerIsNotAnothers() {
    // Given
    var credentials =
        List.of(
            Map.of("authorization", List.of("Bearer a")),
            Map.of("authorization", List.of("Bearer b")),
            Map.of("cookie", List.of("s=a")),
            Map.<String, List<String>>of());
    ResponseCache isolated = rule(true, true, SetCookie.BYPASS);

    for (var mine : credentials) {
      var fresh = new AnswerCache(9);
      PolicyEngine.keep(
          only(isolated),
          answered(asked("", mine), 200, Map.of()),
          "",
          TRUST,
          new State(1),
          fresh,
          START);
      for (var theirs : credentials) {
        // When
        var found =
            PolicyEngine.cached(
                only(isolated), asked("", theirs), TRUST, new State(1), fresh, START);
        // Then
        assertThat(found.isPresent()).isEqualTo(mine.equals(theirs));
      }
    }
    ResponseCache shared = rule(false, true, SetCookie.BYPASS);
    assertThat(keeps(shared, asked("", credentials.get(0)), Map.of())).isTrue();
    assertThat(again(shared, asked("", credentials.get(1)), START)).isPresent();
  }

  @Test
  void aCallerWhomAKeyNamesHasAnswersOfItsOwn() {
    // Given
    var policies =
        List.of(
            policy(
                "key",
                new ApiKey(ApiKey.In.QUERY, "k", true, Preflight.PASS, ApiKey.Credentials.VENDOR)),
            policy("cache", rule(true, true, SetCookie.BYPASS)));
    PolicyEngine.keep(
        policies,
        answered(asked("k=ka", Map.of()), 200, Map.of()),
        "",
        TRUST,
        new State(1),
        cache,
        START);

    // Then
    assertThat(
            PolicyEngine.cached(
                policies, asked("k=ka", Map.of()), TRUST, new State(1), cache, START))
        .isPresent();
    assertThat(
            PolicyEngine.cached(
                policies, asked("k=kb", Map.of()), TRUST, new State(1), cache, START))
        .isEmpty();
  }

  @Test
  void anAnswerThatSetsACookieIsNotKeptOrLosesIt() {
    // Given
    var cookie = Map.of("set-cookie", List.of("s=1", "t=2"));

    // Then
    assertThat(keeps(rule(true, true, SetCookie.BYPASS), asked("", Map.of()), cookie)).isFalse();
    ResponseCache strip = rule(true, true, SetCookie.STRIP);
    assertThat(keeps(strip, asked("", Map.of()), cookie)).isTrue();
    assertThat(again(strip, asked("", Map.of()), START).orElseThrow().response().headers().values())
        .doesNotContainKey("set-cookie");
    var answer =
        (Decision.Pass)
            PolicyEngine.evaluateResponse(only(strip), answered(asked("", Map.of()), 404, cookie));
    assertThat(answer.headers().get("set-cookie")).isEmpty();
  }

  @Test
  void whatTheOriginSaysDecidesWhereItIsHeeded() {
    var heeding = rule(true, true, SetCookie.BYPASS);
    var deaf = rule(true, false, SetCookie.BYPASS);
    for (String said :
        List.of("no-store", "Private", "max-age=5, no-cache", "max-age=0", "max-age=x")) {
      var says = Map.of("cache-control", List.of(said));
      assertThat(keeps(heeding, asked(said, Map.of()), says)).as(said).isFalse();
      assertThat(keeps(deaf, asked(said, Map.of()), says)).as(said).isTrue();
    }
    var longer = Map.of("cache-control", List.of("s-maxage=100, max-age=1"));
    assertThat(keeps(heeding, asked("long", Map.of()), longer)).isTrue();
    assertThat(again(heeding, asked("long", Map.of()), START.plusSeconds(99))).isPresent();
    assertThat(again(heeding, asked("long", Map.of()), START.plusSeconds(100))).isEmpty();
  }

  @Test
  void onlyAnswersOfTheStatusTypeAndSizeAreKept() {
    // Given
    ResponseCache rule = rule(true, true, SetCookie.BYPASS);
    Exchange exchange = asked("", Map.of());

    // When
    PolicyEngine.keep(
        only(rule), answered(exchange, 404, Map.of()), "", TRUST, new State(1), cache, START);
    PolicyEngine.keep(
        only(rule),
        answered(exchange, 200, Map.of("content-type", List.of("text/plain"))),
        "",
        TRUST,
        new State(1),
        cache,
        START);
    PolicyEngine.keep(
        only(rule), answered(exchange, 200, Map.of()), "123456", TRUST, new State(1), cache, START);

    // Then
    assertThat(again(rule, exchange, START)).isEmpty();
  }

  @Test
  void theOldestIsForgottenFirst() {
    ResponseCache rule = rule(true, true, SetCookie.BYPASS);
    for (String query : List.of("a", "b", "c", "d")) {
      assertThat(keeps(rule, asked(query, Map.of()), Map.of())).isTrue();
    }
    assertThat(again(rule, asked("a", Map.of()), START)).isEmpty();
    assertThat(again(rule, asked("b", Map.of()), START)).isPresent();
  }

  @Test
  void whatIsGivenAgainPassesTheEditsAgain() {
    // Given
    var policies = new ArrayList<>(only(rule(true, true, SetCookie.STRIP)));
    policies.add(
        policy(
            "edit",
            new HeaderTransform(
                List.of(), List.of(new HeaderTransform.Edit.Append("x-a", "edited")))));
    Exchange exchange = answered(asked("", Map.of()), 200, Map.of("x-a", List.of("1")));
    PolicyEngine.keep(policies, exchange, "", TRUST, new State(1), cache, START);

    // When
    var kept =
        PolicyEngine.cached(policies, exchange, TRUST, new State(1), cache, START).orElseThrow();
    var pass =
        (Decision.Pass) PolicyEngine.evaluateResponse(policies, exchange.answered(kept.response()));

    // Then
    assertThat(pass.headers().get("x-a")).containsExactly("1", "edited");
  }
}
