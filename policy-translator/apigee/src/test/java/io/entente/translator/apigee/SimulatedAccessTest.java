package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Headers;
import io.entente.engine.Trust;
import io.entente.json.JsonTree;
import io.entente.model.tree.Node;
import io.entente.policy.ApiKey;
import io.entente.policy.Jwk;
import io.entente.policy.Jwt;
import io.entente.policy.Policy;
import io.entente.translator.Translation;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Credentials on a simulated Apigee, against what they mean. */
class SimulatedAccessTest {

  private static final long SEED = 20261122;
  private static final Clock CLOCK = Clock.fixed(AccessLane.NOW, ZoneOffset.UTC);

  @Test
  void asksForTheKeysTheEngineAsksFor() {
    var random = new Random(SEED);
    var callers = Map.of("k1", "one", "k2", "two");
    int passed = 0;
    try (var apigee = new RunningApigee(CLOCK, Map.of())) {
      for (int round = 0; round < 400; round++) {
        // Given
        ApiKey rule = RandomAccess.apiKey(random);
        Policy policy = Policies.enforcing("p", rule);
        hold(apigee, policy, callers);
        String method = random.nextInt(3) == 0 ? "OPTIONS" : "GET";
        Headers headers = ApiKeyMeaningTest.headers(rule, random);
        String query = ApiKeyMeaningTest.query(rule, random);

        // When
        var meant =
            new AccessLane(List.of(policy), new Trust(callers, Map.of()))
                .meant(method, headers, query);
        int status = send(apigee, method, headers, query);

        // Then
        String about =
            "seed %d round %d: %s %s ?%s %s".formatted(SEED, round, method, headers, query, rule);
        assertThat(status).as(about).isEqualTo(meant.status() == 0 ? 200 : meant.status());
        if (meant.status() == 0) {
          passed++;
          assertSeen(apigee, meant, rule.name(), about);
          assertThat(apigee.seenQuery()).as(about).isEqualTo(meant.query());
        }
      }
    }
    assertThat(passed).isBetween(80, 320);
  }

  @Test
  void takesTheTokensTheEngineTakes() {
    var random = new Random(SEED);
    String keys =
        JsonTree.write(
            Node.obj(
                Map.of("keys", Node.arr(JwtMeaningTest.KEYS.stream().map(Jwk::tree).toList()))));
    var trust = new Trust(Map.of(), Map.of(JwtMeaningTest.URL, JwtMeaningTest.KEYS));
    var statuses = new TreeMap<Integer, Integer>();
    int stricter = 0;
    try (var apigee = new RunningApigee(CLOCK, Map.of(JwtMeaningTest.URL, keys))) {
      for (int round = 0; round < 500; round++) {
        // Given
        Jwt rule = JwtMeaningTest.rule(random);
        Policy policy = Policies.enforcing("p", rule);
        hold(apigee, policy, Map.of());
        Map<String, Node> claims = JwtMeaningTest.claims(rule, random);
        boolean named = random.nextInt(8) > 0;
        String token = JwtMeaningTest.token(named, claims, random);
        String method = random.nextInt(6) == 0 ? "OPTIONS" : "GET";
        Headers headers = JwtMeaningTest.headers(rule, token, random);

        // When
        var meant = new AccessLane(List.of(policy), trust).meant(method, headers, "");
        int status = send(apigee, method, headers, "");

        // Then
        String about = "seed %d round %d: %s %s, %s".formatted(SEED, round, rule, claims, headers);
        statuses.merge(status, 1, Integer::sum);
        if (status != (meant.status() == 0 ? 200 : meant.status())) {
          stricter++;
          assertThat(status)
              .as(about)
              .isEqualTo(JwtMeaningTest.stated(rule, named, claims).status());
        } else if (meant.status() == 0) {
          assertSeen(apigee, meant, rule.from().header(), about);
        }
      }
    }
    assertThat(statuses.keySet()).containsExactly(200, 401, 403);
    assertThat(statuses.values()).allMatch(count -> count > 25);
    assertThat(stricter).isBetween(1, 125);
  }

  private static void assertSeen(
      RunningApigee apigee, AccessLane.Result meant, String header, String about) {
    Optional<Map<String, List<String>>> seen = apigee.seen();
    assertThat(seen).as(about).isPresent();
    assertThat(seen.orElseThrow().getOrDefault(header, List.of()))
        .as(about)
        .isEqualTo(meant.headers().get(header));
  }

  private static void hold(RunningApigee apigee, Policy policy, Map<String, String> callers) {
    World world = apigee.world();
    Translation translation =
        new ApigeeTranslator()
            .translate(Worlds.request(world, Worlds.bound(Worlds.ALL), List.of(policy)));
    assertThat(translation.refusals()).isEmpty();
    apigee.hold(world, translation, callers);
  }

  private static int send(RunningApigee apigee, String method, Headers headers, String query) {
    var request = apigee.request(query.isEmpty() ? "" : "?" + query);
    headers.values().forEach((name, values) -> values.forEach(v -> request.header(name, v)));
    HttpResponse<String> answer =
        apigee.call(request.method(method, BodyPublishers.noBody()).build());
    return answer.statusCode();
  }
}
