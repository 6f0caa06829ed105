package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.entente.engine.AnswerCache;
import io.entente.engine.CachedAnswer;
import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.engine.Trust;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.NativeObject;
import io.entente.policy.ApiKey;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.policy.ResponseCache;
import io.entente.policy.ResponseCache.SetCookie;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.kong.ProbedKong.Probe;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Kept answers on a simulated node, which is held to recordings, against what they mean. */
class ResponseCacheMeaningTest {

  private static final long SEED = 20261122;
  private static final Trust TRUST = new Trust(Map.of("ka", "alice", "kb", "bob"), Map.of());
  private static final RouteTarget ROUTE =
      new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all"));

  /** A request, and what the upstream answers where it is asked. */
  private record Call(
      String method, String query, Map<String, String> headers, String body, Upstream upstream) {

    static Call any(Random random) {
      var headers = new TreeMap<String, String>();
      headers.put("host", pick(random, "a.test", "a.test", "b.test"));
      some(random, headers, "authorization", "Bearer one", "Bearer two");
      some(random, headers, "cookie", "s=one", "s=two");
      some(random, headers, "accept-language", "de", "en");
      some(random, headers, "x-other", "1", "2");
      if (random.nextInt(3) > 0) {
        headers.put("x-key", pick(random, "ka", "ka", "kb", "unknown"));
      }
      return new Call(
          pick(random, "GET", "GET", "GET", "GET", "HEAD"),
          pick(random, "", "", "page=1", "page=2", "page=1&z=1", "z=1&page=1", "page", "page="),
          headers,
          random.nextInt(10) == 0 ? pick(random, "x", "yy") : "",
          Upstream.any(random));
    }

    private static void some(
        Random random, Map<String, String> headers, String name, String... values) {
      if (random.nextInt(4) == 0) {
        headers.put(name, pick(random, values));
      }
    }
  }

  private record Upstream(int status, Map<String, String> says) {

    static Upstream any(Random random) {
      var says = new TreeMap<String, String>();
      if (random.nextInt(12) > 0) {
        says.put(
            "content-type",
            pick(
                random,
                "application/json",
                "application/json",
                "application/json; charset=utf-8",
                "text/plain; charset=latin1",
                "text/html"));
      }
      if (random.nextBoolean()) {
        says.put(
            "cache-control",
            pick(random, "max-age=300", "max-age=300", "private", "no-store", "max-age=0"));
      }
      if (random.nextInt(3) == 0) {
        says.put("set-cookie", "session=" + random.nextInt(1_000));
      }
      return new Upstream(random.nextInt(6) == 0 ? 404 : 200, says);
    }

    /** As is stated: what proxy-cache does not keep though it is meant to be kept. */
    boolean keptLess(ResponseCache rule) {
      String type = says.getOrDefault("content-type", "");
      boolean bare = !type.contains(";") || type.endsWith("; charset=utf-8");
      boolean aged = says.getOrDefault("cache-control", "").startsWith("max-age=");
      return type.isEmpty() || !bare || rule.respectOrigin() && !aged;
    }
  }

  @Test
  void whatIsGivenAgainWasMeantForThisCaller() {
    var random = new Random(SEED);
    int hits = 0;
    int less = 0;
    int asked = 0;
    int refused = 0;
    try (var kong = new RunningKong()) {
      kong.know("alice", "ka");
      kong.know("bob", "kb");
      Collection<NativeObject> before = List.of();
      for (int round = 0; round < 60; round++) {
        // Given
        List<Policy> policies = policies(random);
        ResponseCache rule = (ResponseCache) policies.get(0).spec().kind();
        Translation translation = Worlds.translate(policies);
        assertThat(translation.refusals()).isEmpty();
        kong.hold(before, translation.objects().values());
        before = translation.objects().values();
        var effective =
            policies.stream()
                .map(policy -> new EffectivePolicy(policy, TargetRef.Kind.TENANT))
                .toList();
        var cache = new AnswerCache(1_000);
        var stricter = new HashSet<String>();
        var withBody = new HashMap<String, Set<String>>();
        for (int i = 0; i < 40; i++) {
          var call = Call.any(random);
          String number = "n" + round + "-" + i;
          String about = "seed %d %s: %s, %s".formatted(SEED, number, rule, call);
          var exchange = exchange(call, "/orders/" + round);

          // When
          Decision decision =
              PolicyEngine.evaluateRequest(effective, exchange, TRUST, new State(1), Instant.EPOCH);
          Optional<CachedAnswer> meant =
              PolicyEngine.cached(effective, exchange, TRUST, new State(1), cache, Instant.EPOCH);
          Map<String, String> says = new HashMap<>(call.upstream().says());
          says.put("x-n", number);
          kong.upstreamSays(says);
          kong.upstreamAnswers(call.upstream().status());
          int served = kong.served();
          String answer = kong.send(text(call, "/orders/" + round));
          boolean hit = kong.served() == served;

          // Then
          if (decision instanceof Decision.Reject) {
            refused++;
            assertThat(answer).as(about).startsWith("HTTP/1.1 401");
            continue;
          }
          String given = header(answer, "x-n").orElse("none");
          assertThat(header(answer, "set-cookie")).as(about).isEmpty();
          if (hit && !call.body().isEmpty()) {
            // as is stated: of a request with a body of the same length
            assertThat(withBody.getOrDefault(key(call), Set.of())).as(about).contains(given);
          } else if (hit) {
            hits++;
            assertThat(meant).as(about).isPresent();
            assertThat(meant.orElseThrow().response().headers().get("x-n"))
                .as(about)
                .containsExactly(given);
            assertThat(header(answer, "age")).as(about).isPresent();
          } else {
            asked++;
            assertThat(given).as(about).isEqualTo(number);
            if (meant.isPresent()) {
              less++;
              String kept = meant.get().response().headers().get("x-n").get(0);
              assertThat(stricter.contains(kept) || call.method().equals("HEAD"))
                  .as(about)
                  .isTrue();
            }
            if (call.upstream().keptLess(rule)) {
              stricter.add(number);
            }
            if (!call.body().isEmpty()) {
              withBody.computeIfAbsent(key(call), each -> new HashSet<>()).add(number);
            }
            var response =
                new Exchange.Response(
                    call.upstream().status(),
                    Headers.of(
                        says.entrySet().stream()
                            .collect(
                                Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue())))));
            PolicyEngine.keep(
                effective,
                exchange.answered(response),
                "",
                TRUST,
                new State(1),
                cache,
                Instant.EPOCH);
          }
        }
      }
    }
    assertThat(List.of(hits, asked)).allMatch(count -> count > 200);
    assertThat(List.of(less, refused)).allMatch(count -> count > 20);
  }

  @Test
  void anAnswerIsForgottenAfterItsTime() {
    // Given
    var rule =
        new ResponseCache(
            Duration.ofSeconds(1),
            List.of("GET"),
            List.of(200),
            List.of(),
            List.of(),
            List.of("*"),
            true,
            false,
            SetCookie.STRIP,
            Optional.empty());
    try (var kong = new RunningKong()) {
      kong.hold(
          List.of(), Worlds.translate(List.of(Policies.enforcing("p", rule))).objects().values());
      kong.upstreamSays(Map.of("content-type", "text/plain"));
      String request = "GET /orders/x HTTP/1.1\r\nhost: a.test\r\nconnection: close\r\n\r\n";
      kong.send(request);
      kong.send(request);
      assertThat(kong.served()).isEqualTo(1);

      // Then
      await()
          .atMost(Duration.ofSeconds(5))
          .until(
              () -> {
                kong.send(request);
                return kong.served() > 1;
              });
    }
  }

  /** The same requests each time, by which the upstream is told what to answer. */
  static List<Probe> probes() {
    var random = new Random(SEED);
    var probes = pairs();
    for (int i = 0; i < 60; i++) {
      Call call = Call.any(random);
      var headers = new ArrayList<String>();
      call.headers().forEach((name, value) -> headers.add(name + ": " + value));
      call.upstream()
          .says()
          .forEach((name, value) -> headers.add(ProbedKong.SAY + name + ": " + value));
      headers.add(ProbedKong.SAY + "x-n: n" + i);
      headers.add("x-status: " + call.upstream().status());
      probes.add(new Probe("127.0.0.1", call.method(), headers, call.body(), false, call.query()));
    }
    return probes;
  }

  /** Two that differ in one thing, and the first again, on a page of their own. */
  private static List<Probe> pairs() {
    var probes = new ArrayList<Probe>();
    for (String name :
        List.of(
            "host",
            "authorization",
            "cookie",
            "proxy-authorization",
            "accept-language",
            "x-consumer-custom-id",
            "x-consumer-groups",
            "x-consumer-id",
            "x-consumer-username")) {
      for (String value : List.of("a.test", "b.test", "a.test")) {
        probes.add(page(probes.size(), name + ": " + value));
      }
    }
    for (String said :
        List.of(
            "content-type: application/json",
            "content-type: application/json; charset=utf-8",
            "content-type: application/json; charset=latin1",
            "content-type: text/html",
            "content-type: text/html; charset=utf-8",
            "cache-control: max-age=300",
            "cache-control: private",
            "set-cookie: a=1")) {
      for (int i = 0; i < 3; i++) {
        probes.add(page(probes.size(), ProbedKong.SAY + said));
      }
    }
    for (int status : List.of(200, 201, 204, 301, 404, 500)) {
      for (int i = 0; i < 3; i++) {
        probes.add(page(probes.size(), "x-status: " + status));
      }
    }
    for (String body : List.of("x", "yy", "x")) {
      for (boolean chunked : List.of(false, true)) {
        probes.add(new Probe("127.0.0.1", "GET", said(probes.size()), body, chunked, "page=body"));
      }
    }
    for (String more : List.of("", "&z=1", "&z=2", "")) {
      probes.add(new Probe("127.0.0.1", "GET", said(probes.size()), "", false, "page=more" + more));
    }
    for (String method : List.of("GET", "HEAD", "POST", "HEAD", "GET")) {
      probes.add(new Probe("127.0.0.1", method, said(probes.size()), "", false, "page=method"));
    }
    return probes;
  }

  /** Three after each other are of one page. */
  private static Probe page(int number, String header) {
    var headers = new ArrayList<>(said(number));
    headers.removeIf(h -> h.split(":", 2)[0].equals(header.split(":", 2)[0]));
    headers.add(header);
    return new Probe("127.0.0.1", "GET", headers, "", false, "page=" + number / 3);
  }

  private static List<String> said(int number) {
    return List.of(
        ProbedKong.SAY + "content-type: application/json",
        ProbedKong.SAY + "cache-control: max-age=900",
        ProbedKong.SAY + "x-n: p" + number);
  }

  static List<Policy> policies(Random random) {
    boolean perCaller = random.nextInt(3) > 0;
    var policies = new ArrayList<Policy>();
    policies.add(
        Policies.enforcing(
            "cache",
            new ResponseCache(
                Duration.ofSeconds(300),
                random.nextBoolean() ? List.of("GET") : List.of("GET", "HEAD"),
                random.nextBoolean() ? List.of(200) : List.of(200, 404),
                random.nextBoolean() ? List.of() : List.of("application/json"),
                random.nextBoolean() ? List.of() : List.of("accept-language"),
                random.nextBoolean() ? List.of("*") : List.of("page"),
                perCaller,
                random.nextBoolean(),
                SetCookie.STRIP,
                Optional.empty())));
    // beside answers for everybody a consumer still has answers of its own, as is stated
    if (perCaller && random.nextBoolean()) {
      policies.add(
          Policies.enforcing(
              "keys",
              new ApiKey(
                  ApiKey.In.HEADER,
                  "x-key",
                  random.nextBoolean(),
                  Preflight.CHECK,
                  ApiKey.Credentials.VENDOR)));
    }
    return policies;
  }

  private static Exchange exchange(Call call, String path) {
    var headers = new TreeMap<String, List<String>>();
    call.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    return new Exchange(
            ROUTE,
            call.method(),
            path,
            new Headers(headers),
            call.body().length(),
            Optional.of("127.0.0.1"),
            Optional.empty())
        .withQuery(call.query());
  }

  private static String text(Call call, String path) {
    var text = new StringBuilder(call.method() + " " + path);
    text.append(call.query().isEmpty() ? "" : "?" + call.query()).append(" HTTP/1.1\r\n");
    call.headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    if (!call.body().isEmpty()) {
      text.append("content-length: " + call.body().length() + "\r\n");
    }
    return text.append("connection: close\r\n\r\n").append(call.body()).toString();
  }

  /** What requests with a body share. */
  private static String key(Call call) {
    return call.method() + " " + call.headers().get("host") + " " + call.body().length();
  }

  private static Optional<String> header(String answer, String name) {
    return answer
        .substring(0, Math.max(0, answer.indexOf("\r\n\r\n")))
        .lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
