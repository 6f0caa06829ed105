package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Headers;
import io.entente.engine.Trust;
import io.entente.policy.ApiKey;
import io.entente.policy.JsonThreat;
import io.entente.policy.OtherBodies;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.policy.RequestSize;
import io.entente.translator.testkit.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Policies for some callers, as Steps with conditions, against what they mean for each. */
class ConsumersMeaningTest {

  private static final long SEED = 20261124;
  private static final Trust TRUST = new Trust(Map.of("key-a", "alice", "key-b", "bob"), Map.of());
  private static final List<String> KEYS = List.of("key-a", "key-a", "key-b", "key-b", "other", "");
  private static final List<String> BODIES =
      List.of("", "{\"a\":1}", "{\"a\":{\"b\":{\"c\":1}}}", "{\"a\":\"" + "z".repeat(200) + "\"}");

  @Test
  void eachCallerMeetsWhatIsMeantForIt() {
    var random = new Random(SEED);
    var outcomes = new TreeMap<String, Integer>();
    for (int round = 0; round < 60; round++) {
      // Given
      List<Policy> policies = policies(random);
      var lane = new AccessLane(policies, TRUST);
      for (int i = 0; i < 10; i++) {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        lane.body = BODIES.get(random.nextInt(BODIES.size()));
        Headers headers = headers(key, lane.body);

        // When
        AccessLane.Result done = lane.done("POST", headers, "");

        // Then
        assertThat(done)
            .as("seed %d round %d: %s %s", SEED, round, headers, policies)
            .isEqualTo(lane.meant("POST", headers, ""));
        outcomes.merge(key + " " + done.status(), 1, Integer::sum);
      }
    }
    assertThat(outcomes)
        .containsKeys("key-a 0", "key-a 413", "key-a 400", "key-b 0", "key-b 413", "key-b 400")
        .containsKeys("other 401", " 401");
  }

  private static List<Policy> policies(Random random) {
    var policies = new ArrayList<Policy>();
    policies.add(
        Policies.enforcing(
            "keys",
            new ApiKey(
                ApiKey.In.HEADER, "x-key", true, Preflight.PASS, ApiKey.Credentials.VENDOR)));
    if (random.nextBoolean()) {
      policies.add(Policies.enforcing("size", new RequestSize(100)));
    }
    if (random.nextBoolean()) {
      int most = random.nextBoolean() ? 10 : 1_000;
      policies.add(Policies.forConsumers("size-of-some", new RequestSize(most), some(random)));
    }
    if (random.nextBoolean()) {
      policies.add(Policies.forConsumers("flat", nested(2), some(random)));
    }
    if (random.nextInt(4) == 0) {
      policies.add(Policies.enforcing("less-flat", nested(3)));
    }
    return policies;
  }

  private static JsonThreat nested(int depth) {
    return new JsonThreat(depth, 1_000, 500, 256, 65_536, 1_048_576, OtherBodies.PASS);
  }

  private static String[] some(Random random) {
    return List.of(
            new String[] {"alice"}, new String[] {"bob"}, new String[] {"alice", "bob", "ghost"})
        .get(random.nextInt(3));
  }

  private static Headers headers(String key, String body) {
    var headers = new TreeMap<String, List<String>>();
    headers.put("content-type", List.of("application/json"));
    headers.put("content-length", List.of(Integer.toString(body.length())));
    if (!key.isEmpty()) {
      headers.put("x-key", List.of(key));
    }
    return Headers.of(headers);
  }
}
