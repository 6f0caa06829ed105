package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.AnswerCache;
import io.entente.engine.CachedAnswer;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.engine.Trust;
import io.entente.policy.ApiKey;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Answers that are kept in a proxy that we make are given again as the engine does. */
class ResponseCacheMeaningTest {

  private static final long SEED = 20261122;
  private static final Map<String, String> KEYS = Map.of("ka", "alice", "kb", "bob");
  private static final Trust TRUST = new Trust(KEYS, Map.of());

  @Test
  void givesAgainWhatTheEngineDoes() {
    var random = new Random(SEED);
    int again = 0;
    int fresh = 0;
    int less = 0;
    for (int round = 0; round < 80; round++) {
      // Given
      List<Policy> policies = policies(random);
      ResponseCache rule = (ResponseCache) policies.get(0).spec().kind();
      var world = new World();
      var api = Worlds.made(Worlds.ALL);
      var request = Worlds.request(world, api, policies);
      var translation = new ApigeeTranslator().translate(request);
      assertThat(translation.refusals()).isEmpty();
      var lane = new Lane(true, world, translation, Worlds.BASE);
      var target = new RouteTarget(CaseRequest.GATEWAY, api.name(), Worlds.ALL.get(0).name());
      var effective = request.effective(target);
      var cache = new AnswerCache(10_000);
      Instant now = Instant.parse("2026-11-21T10:00:00Z");
      for (int i = 0; i < 40; i++) {
        now = now.plusSeconds(random.nextInt(3));
        String about = "seed %d round %d exchange %d: %s".formatted(SEED, round, i, policies);
        String method = pick(random, "GET", "GET", "GET", "HEAD", "POST");
        String query = pick(random, "", "page=1", "page=2", "page=1&z=1");
        Headers sent = sent(random);
        Message message = lane.message(Worlds.BASE, method, "10.0.0.1", now, sent).orElseThrow();
        message.query = query;
        message.keys = KEYS;

        // When
        Optional<Integer> fault = lane.ask(message);
        var exchange =
            new Exchange(
                    target,
                    method,
                    Worlds.BASE,
                    sent,
                    sent.get("content-length").isEmpty() ? 0 : 3,
                    Optional.of("10.0.0.1"),
                    Optional.empty())
                .withQuery(query);
        Optional<CachedAnswer> meant =
            PolicyEngine.cached(effective, exchange, TRUST, new State(1), cache, now);

        // Then
        if (fault.isPresent()) {
          continue;
        }
        if (message.kept.isPresent()) {
          again++;
          assertThat(meant).as(about).isPresent();
          assertThat(message.kept.get().headers().set("age", ""))
              .as(about)
              .isEqualTo(meant.orElseThrow().response().headers().set("age", ""));
          continue;
        }
        // as is stated: the lower of what the answer and the policy say
        less += meant.isPresent() ? 1 : 0;
        assertThat(meant.filter(kept -> !longer(rule, kept))).as(about).isEmpty();
        fresh++;
        Headers answer = answer(random, i);
        message.status = pick(random, "200", "200", "301").equals("200") ? 200 : 301;
        message.response = answer;
        lane.answer(message);
        assertThat(message.response.get("set-cookie").isEmpty())
            .as(about)
            .isEqualTo(answer.get("set-cookie").isEmpty() || rule.setCookie() == SetCookie.STRIP);
        PolicyEngine.keep(
            effective,
            exchange.answered(new Exchange.Response(message.status, answer)),
            "",
            TRUST,
            new State(1),
            cache,
            now);
      }
    }
    assertThat(List.of(again, fresh)).allMatch(count -> count > 200);
    assertThat(less).isPositive();
  }

  /** What callers and the upstream of a made proxy meet. */
  static List<String> met(Lane lane) {
    var random = new Random(SEED);
    var met = new ArrayList<String>();
    Instant now = Instant.parse("2026-11-21T10:00:00Z");
    for (int i = 0; i < 400; i++) {
      now = now.plusSeconds(random.nextInt(3));
      String method = pick(random, "GET", "GET", "GET", "HEAD", "POST");
      Message message =
          lane.message(
                  Worlds.BASE + pick(random, "", "", "/1"), method, "10.0.0.1", now, more(random))
              .orElseThrow();
      message.query = pick(random, "", "page=1", "page=2", "page=1&z=1");
      message.keys = KEYS;
      Headers answer = answer(random, i);
      int status = pick(random, "200", "200", "301").equals("200") ? 200 : 301;
      Optional<Integer> fault = lane.ask(message);
      if (fault.isPresent()) {
        met.add(fault + " " + message.refusal());
      } else if (message.kept.isPresent()) {
        met.add(message.kept.get().status() + " again " + message.kept.get().headers().values());
      } else {
        message.status = status;
        message.response = answer;
        lane.answer(message);
        met.add(message.passed() + " " + status + " " + message.response.values());
      }
    }
    return met;
  }

  private static boolean longer(ResponseCache rule, CachedAnswer kept) {
    return rule.respectOrigin() && kept.until().isAfter(kept.keptAt().plus(rule.ttl()));
  }

  static List<Policy> policies(Random random) {
    boolean perCaller = random.nextInt(3) > 0;
    var policies = new ArrayList<Policy>();
    policies.add(
        Policies.enforcing(
            "cache",
            new ResponseCache(
                Duration.ofSeconds(20),
                random.nextBoolean() ? List.of("GET") : List.of("GET", "HEAD"),
                random.nextBoolean() ? List.of(200) : List.of(200, 301),
                random.nextBoolean() ? List.of() : List.of("application/vnd.a+json", "text/html"),
                random.nextBoolean() ? List.of() : List.of("accept-language"),
                random.nextBoolean() ? List.of("*") : List.of("page"),
                perCaller,
                random.nextBoolean(),
                SetCookie.values()[random.nextInt(2)],
                Optional.empty())));
    // of everybody's answers the key is one of everybody, too
    if (perCaller && random.nextBoolean()) {
      policies.add(
          Policies.enforcing(
              "keys",
              new ApiKey(
                  ApiKey.In.HEADER, "x-key", true, Preflight.CHECK, ApiKey.Credentials.VENDOR)));
    }
    return policies;
  }

  private static Headers sent(Random random) {
    var headers = new TreeMap<String, List<String>>();
    headers.put("host", List.of(pick(random, "a.test", "a.test", "b.test")));
    some(random, headers, "authorization", "Bearer one", "Bearer two");
    some(random, headers, "cookie", "s=one", "s=two");
    some(random, headers, "accept-language", "de", "en");
    if (random.nextInt(3) > 0) {
      headers.put("x-key", List.of(pick(random, "ka", "ka", "kb")));
    }
    if (random.nextInt(8) == 0) {
      headers.put("content-length", List.of("3"));
    }
    return new Headers(headers);
  }

  private static Headers more(Random random) {
    var headers = new TreeMap<>(sent(random).values());
    some(random, headers, "accept", "text/html", "text/plain");
    some(random, headers, "proxy-authorization", "Basic one", "Basic two");
    switch (random.nextInt(12)) {
      case 0 -> headers.put("transfer-encoding", List.of("chunked"));
      case 1 -> headers.put("content-length", List.of("0"));
      default -> {}
    }
    return new Headers(headers);
  }

  private static Headers answer(Random random, int number) {
    var headers = new TreeMap<String, List<String>>();
    headers.put("x-n", List.of("n" + number));
    some(random, headers, "set-cookie", "a=1", "a=2");
    some(
        random,
        headers,
        "cache-control",
        "Private",
        "no-store",
        "max-age=5",
        "max-age=0",
        "max-age=90");
    headers.put(
        "content-type",
        List.of(
            pick(
                random,
                "application/vnd.a+json",
                "Text/HTML; charset=x",
                "text/html",
                "application/vndxa+json")));
    return new Headers(headers);
  }

  private static void some(
      Random random, Map<String, List<String>> headers, String name, String... values) {
    if (random.nextInt(4) == 0) {
      headers.put(name, List.of(pick(random, values)));
    }
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
