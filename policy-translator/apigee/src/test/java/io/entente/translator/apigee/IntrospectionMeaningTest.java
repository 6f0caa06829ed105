package io.entente.translator.apigee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Headers;
import io.entente.engine.Introspection;
import io.entente.engine.Trust;
import io.entente.policy.OAuth2Introspection;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whose token the issuer is asked for, and who gets through, is what the engine says. */
class IntrospectionMeaningTest {

  private static final long SEED = 20261122;

  /**
   * A token as its issuer knows it.
   *
   * @param answers whether the issuer can be understood when it is asked for it
   */
  private record Issued(
      boolean answers, List<String> scopes, List<String> audiences, Instant end, Instant revoked) {

    boolean active(Instant now) {
      return now.isBefore(end) && now.isBefore(revoked);
    }

    Introspection said(Instant now) {
      return new Introspection(active(now), Optional.empty(), scopes, audiences, Optional.of(end));
    }

    Outside.Said written(Instant now, Random random) {
      if (!answers) {
        return random.nextBoolean()
            ? new Outside.Said(503, "{\"active\": true}")
            : new Outside.Said(200, "<html>active: true</html>");
      }
      String aud =
          audiences.size() == 1
              ? "\"" + audiences.get(0) + "\""
              : "["
                  + String.join(", ", audiences.stream().map(a -> "\"" + a + "\"").toList())
                  + "]";
      return new Outside.Said(
          200,
          "{\"active\": %s, \"scope\": \"%s\", \"aud\": %s, \"exp\": %d}"
              .formatted(active(now), String.join(" ", scopes), aud, end.getEpochSecond()));
    }
  }

  @Test
  void letsThroughWhomTheEngineLetsThrough() {
    var random = new Random(SEED);
    var statuses = new TreeMap<Integer, Integer>();
    int beyond = 0;
    int later = 0;
    int exchanges = 0;
    int asked = 0;
    for (int round = 0; round < 250; round++) {
      // Given
      OAuth2Introspection rule = RandomAccess.introspection(random);
      var lane = new AccessLane(List.of(Policies.enforcing("p", rule)), Trust.none());
      knows(lane, rule);
      Map<String, Issued> tokens = tokens(random);

      for (int i = 0; i < 8; i++) {
        lane.now = lane.now.plusMillis(random.nextInt(20_000));
        var said = new HashMap<String, Introspection>();
        tokens.forEach(
            (name, token) -> {
              if (token.answers()) {
                said.put(name, token.said(lane.now));
              }
            });
        answers(lane, tokens, random);
        lane.trust = new Trust(Map.of(), Map.of(), Map.of(), Map.of(rule.endpoint(), said));
        String name = List.of("a", "b.c-d", "e~f", "unknown").get(random.nextInt(4));
        Headers headers = headers(name, random);
        String method = random.nextInt(5) == 0 ? "OPTIONS" : "GET";

        // When
        AccessLane.Result done = lane.done(method, headers, "");
        AccessLane.Result meant = lane.meant(method, headers, "");

        // Then
        String what =
            "seed %d round %d.%d: %s %s %s".formatted(SEED, round, i, rule, headers, tokens);
        exchanges++;
        statuses.merge(done.status(), 1, Integer::sum);
        if (!done.equals(meant)) {
          Issued token = Optional.ofNullable(tokens.get(name)).orElseThrow();
          if (done.status() == 0) {
            assertThat(lane.now).as(what).isAfterOrEqualTo(token.end());
            assertThat(lane.now).as(what).isBefore(token.end().plus(rule.cache()));
            beyond++;
          } else {
            assertThat(done.status()).as(what).isEqualTo(403);
            assertThat(token.audiences().subList(0, 4))
                .as(what)
                .doesNotContainAnyElementsOf(rule.audiences());
            later++;
            // what differs is not compared any further: the answer was not kept
            break;
          }
        }
      }
      asked += lane.outside.questions.size();
    }
    assertThat(statuses.keySet()).containsExactly(0, 401, 403);
    assertThat(statuses.values()).allMatch(count -> count > 50);
    assertThat(beyond).isBetween(1, 60);
    assertThat(later).isBetween(1, 60);
    assertThat(asked).isLessThan(exchanges);
    System.out.println(
        "introspection: %d exchanges %s, %d asked, %d beyond the end, %d later audiences"
            .formatted(exchanges, statuses, asked, beyond, later));
  }

  @Test
  void withoutTheSecretNobodyGetsThrough() {
    // Given
    OAuth2Introspection rule = RandomAccess.introspection(new Random(SEED));
    var lane = new AccessLane(List.of(Policies.enforcing("p", rule)), Trust.none());
    lane.outside.endpoint = rule.endpoint();
    lane.outside.answers.put("a", new Outside.Said(200, "{\"active\": true}"));

    // Then
    Headers headers = Headers.of(Map.of("authorization", List.of("Bearer a")));
    assertThat(lane.done("GET", headers, "").status()).isEqualTo(401);
    assertThat(lane.outside.questions).isEmpty();
  }

  /** What callers with tokens of all sorts meet, and what the issuer is asked. */
  static List<String> met(OAuth2Introspection rule, AccessLane lane) {
    var random = new Random(SEED);
    var met = new ArrayList<String>();
    knows(lane, rule);
    for (int round = 0; round < 50; round++) {
      lane.now = AccessLane.NOW;
      lane.outside.cache.clear();
      Map<String, Issued> tokens = tokens(random);
      for (int i = 0; i < 8; i++) {
        lane.now = lane.now.plusMillis(random.nextInt(20_000));
        answers(lane, tokens, random);
        String name = List.of("a", "b.c-d", "e~f", "unknown").get(random.nextInt(4));
        String method = random.nextInt(5) == 0 ? "OPTIONS" : "GET";
        var sent = new Asked(method, "", headers(name, random), "", "a body");
        met.add(lane.met(sent));
        met.add(lane.met(sent));
      }
    }
    return met;
  }

  private static void knows(AccessLane lane, OAuth2Introspection rule) {
    lane.outside.endpoint = rule.endpoint();
    lane.outside.secrets.put("entente-secrets/" + rule.clientSecret().name(), "s3cret");
    lane.outside.credentials =
        Base64.getEncoder().encodeToString((rule.clientId() + ":s3cret").getBytes(UTF_8));
  }

  private static Map<String, Issued> tokens(Random random) {
    var tokens = new HashMap<String, Issued>();
    for (String name : List.of("a", "b.c-d", "e~f")) {
      tokens.put(name, issued(random));
    }
    return tokens;
  }

  private static void answers(AccessLane lane, Map<String, Issued> tokens, Random random) {
    tokens.forEach(
        (name, token) -> lane.outside.answers.put(name, token.written(lane.now, random)));
  }

  private static Issued issued(Random random) {
    var scopes = new ArrayList<String>();
    for (String scope : List.of("other", "orders.read", "orders:write", "ordersXread")) {
      if (random.nextInt(4) > 0) {
        scopes.add(scope);
      }
    }
    var audiences = new ArrayList<String>();
    for (String other : List.of("v", "w", "x", "y")) {
      if (random.nextInt(6) == 0 || random.nextInt(8) == 0 && !audiences.isEmpty()) {
        audiences.add(other);
      }
    }
    if (random.nextInt(12) == 0) {
      audiences.clear();
      audiences.addAll(List.of("v", "w", "x", "y"));
    }
    if (random.nextInt(5) > 0) {
      audiences.add(random.nextBoolean() ? "orders" : "https://api.test");
    }
    return new Issued(
        random.nextInt(10) > 0,
        scopes,
        audiences,
        AccessLane.NOW.plusSeconds(random.nextInt(200)),
        AccessLane.NOW.plusSeconds(random.nextInt(300)));
  }

  private static Headers headers(String token, Random random) {
    var headers = new TreeMap<String, List<String>>();
    switch (random.nextInt(12)) {
      case 0 -> {}
      case 1 -> headers.put("authorization", List.of("Basic " + token));
      case 2 -> headers.put("authorization", List.of("Bearer " + token, "Bearer " + token));
      // one way of writing it a token: by another the issuer is asked again, which it may be
      default ->
          headers.put(
              "authorization", List.of((token.startsWith("b") ? "bearer " : "Bearer ") + token));
    }
    if (random.nextBoolean()) {
      headers.put("origin", List.of("https://a.test"));
      headers.put("access-control-request-method", List.of("GET"));
    }
    return Headers.of(headers);
  }
}
