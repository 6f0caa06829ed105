package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Headers;
import io.entente.engine.Trust;
import io.entente.policy.ApiKey;
import io.entente.policy.Policy;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whose key is asked for, found and taken off is what the engine says, if products cover all. */
class ApiKeyMeaningTest {

  private static final long SEED = 20261122;
  private static final List<String> KEYS = List.of("k1", "k2", "unknown", "");

  @Test
  void asksForTheKeysTheEngineAsksFor() {
    var random = new Random(SEED);
    int passed = 0;
    for (int round = 0; round < 600; round++) {
      // Given
      ApiKey rule = RandomAccess.apiKey(random);
      Policy policy = Policies.enforcing("p", rule);
      var lane =
          new AccessLane(List.of(policy), new Trust(Map.of("k1", "one", "k2", "two"), Map.of()));
      String method = random.nextInt(3) == 0 ? "OPTIONS" : "GET";
      Headers headers = headers(rule, random);
      String query = query(rule, random);

      // When
      AccessLane.Result done = lane.done(method, headers, query);

      // Then
      assertThat(done)
          .as("seed %d round %d: %s %s ?%s %s", SEED, round, method, headers, query, rule)
          .isEqualTo(lane.meant(method, headers, query));
      passed += done.status() == 0 ? 1 : 0;
    }
    assertThat(passed).isBetween(100, 500);
  }

  static Headers headers(ApiKey rule, Random random) {
    var headers = new TreeMap<String, List<String>>();
    headers.put("x-other", List.of("k1"));
    List<String> keys = keys(random);
    if (rule.in() == ApiKey.In.HEADER && !keys.isEmpty()) {
      headers.put(rule.name(), keys);
    }
    if (random.nextBoolean()) {
      headers.put("origin", List.of("https://a.test"));
    }
    if (random.nextBoolean()) {
      headers.put("access-control-request-method", List.of("GET"));
    }
    return Headers.of(headers);
  }

  static String query(ApiKey rule, Random random) {
    var pairs = new ArrayList<String>(List.of("a=1"));
    if (rule.in() == ApiKey.In.QUERY) {
      keys(random).forEach(key -> pairs.add(rule.name() + "=" + key));
    }
    return String.join("&", pairs);
  }

  private static List<String> keys(Random random) {
    int[] counts = {0, 1, 1, 1, 1, 2};
    var keys = new ArrayList<String>();
    for (int i = counts[random.nextInt(counts.length)]; i > 0; i--) {
      keys.add(KEYS.get(random.nextInt(KEYS.size())));
    }
    return keys;
  }
}
