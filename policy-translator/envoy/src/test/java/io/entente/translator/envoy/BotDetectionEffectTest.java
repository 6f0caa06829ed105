package io.entente.translator.envoy;

import static io.entente.translator.envoy.EffectBench.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.policy.BotDetection;
import io.entente.policy.PlainPattern;
import io.entente.policy.PolicyKind;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAgents;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Agents are refused by a real Envoy as the policies mean. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BotDetectionEffectTest {

  private static final long SEED = 43;
  private static final int ROUTES = 40;

  private EffectBench bench;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    var random = new Random(SEED);
    var policies = new StringBuilder();
    for (int i = 0; i < ROUTES; i++) {
      for (int j = random.nextInt(2); j >= 0; j--) {
        policies.append(
            policy("b" + i + "-" + j, "r" + i, text(RandomAgents.botDetection(random))));
      }
    }
    policies.append(policy("bytes", "bytes", "botDetection: {deny: ['nmap', '^x.y$', '^z[^a]$']}"));
    // among a preflight, an address and a token
    policies.append(policy("bots", "all", "botDetection: {deny: [curl]}"));
    policies.append(policy("filter", "all", "ipFilter: {deny: [10.0.0.0/8]}"));
    policies.append(policy("size", "all", "requestSize: {maxBytes: 10}"));
    policies.append(
        policy("pages", "all", "cors: {allowOrigins: ['https://a.test'], allowMethods: [PUT]}"));
    // as large as they may be
    policies.append(
        policy(
            "large",
            "large",
            "botDetection: {deny: ['"
                + longest("a")
                + "', '"
                + longest("[a-z]")
                + "', '"
                + longest("(?i)", "b")
                + "', '"
                + longest("(?i)", "s")
                + "', '"
                + longest("(?i)", "[^k-s]")
                + "', '"
                + longest("(a|b)")
                + "', '"
                + longest("(?:[^a]x*)?")
                + "']}"));
    var routes = IntStream.range(0, ROUTES).mapToObj(i -> "r" + i).collect(Collectors.toList());
    routes.addAll(List.of("bytes", "all", "large"));
    bench = new EffectBench(scratch, routes, policies.toString());
  }

  @AfterAll
  void stop() throws Exception {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void everyAgentIsJudgedAsMeant() throws Exception {
    var random = new Random(SEED);
    Map<Integer, Integer> statuses = new HashMap<>();
    for (int round = 0; round < 300; round++) {
      // Given
      String route = "r" + round % ROUTES;
      List<String> agents = agents(random);
      var headers = new ArrayList<String>();
      agents.forEach(agent -> headers.addAll(List.of("user-agent", agent)));
      Decision meant =
          PolicyEngine.evaluateRequest(
              bench.policies(route),
              bench.exchange(route, "GET", 0, "127.0.0.1", headers),
              new State(1),
              Instant.EPOCH);

      // When
      int status = status("GET", route, agents);

      // Then
      assertThat(status)
          .as("seed %d round %d: %s of %s", SEED, round, agents, bench.policies(route))
          .isEqualTo(meant instanceof Decision.Reject reject ? reject.status() : 200);
      statuses.merge(status, 1, Integer::sum);
    }
    assertThat(statuses).containsOnlyKeys(200, 403);
    assertThat(statuses.values()).allMatch(count -> count > 80);
  }

  @Test
  void aByteThatIsNoTextHidesNobody() throws Exception {
    assertThat(status("GET", "bytes", List.of("nmap"))).isEqualTo(403);
    assertThat(status("GET", "bytes", List.of("nm\u00ffap"))).isEqualTo(200);
    assertThat(status("GET", "bytes", List.of("\u00ff nmap \u00c3"))).isEqualTo(403);
    assertThat(status("GET", "bytes", List.of("x\u00ffy"))).isEqualTo(403);
    assertThat(status("GET", "bytes", List.of("z\u00ff"))).isEqualTo(403);
    assertThat(status("GET", "bytes", List.of("z\u00c3\u00a4"))).isEqualTo(200);
    assertThat(status("GET", "bytes", List.of("x\u00c3\u00a4y"))).isEqualTo(200);
  }

  @Test
  void agentsAreJudgedAfterPreflights() throws Exception {
    var preflight =
        List.of("origin: https://a.test", "access-control-request-method: PUT", "user-agent: curl");

    assertThat(RawCall.status(bench.envoy().port(), "OPTIONS", "/all", preflight)).isEqualTo(200);
    assertThat(status("GET", "all", List.of("curl"))).isEqualTo(403);
    assertThat(status("GET", "all", List.of("other"))).isEqualTo(200);
  }

  @Test
  void envoyTakesTheLargestPatterns() throws Exception {
    assertThat(status("GET", "large", List.of("-"))).isEqualTo(403);
  }

  private int status(String method, String route, List<String> agents) throws IOException {
    return RawCall.status(
        bench.envoy().port(),
        method,
        "/" + route,
        agents.stream().map(agent -> "user-agent: " + agent).toList());
  }

  private static List<String> agents(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> List.of();
      case 1 -> List.of(RandomAgents.agent(random), RandomAgents.agent(random));
      default -> List.of(RandomAgents.agent(random));
    };
  }

  private static String longest(String piece) {
    return longest("", piece);
  }

  /** The longest of these pieces that goes out. */
  private static String longest(String start, String piece) {
    String pattern = start + piece;
    while (pattern.length() + piece.length() <= PlainPattern.LONGEST && goesOut(pattern + piece)) {
      pattern += piece;
    }
    return pattern;
  }

  private static boolean goesOut(String pattern) {
    PolicyKind kind = new BotDetection(List.of(pattern), List.of(), BotDetection.OnMissing.PASS);
    return RandomPolicies.translate(List.of(Policies.enforcing("p", kind))).refusals().isEmpty();
  }

  private static String text(BotDetection rule) {
    return "botDetection: {deny: %s, allow: %s, onMissing: %s}"
        .formatted(
            quoted(rule.deny()),
            quoted(rule.allow()),
            rule.onMissing().name().toLowerCase(Locale.ROOT));
  }

  private static List<String> quoted(List<String> patterns) {
    return patterns.stream().map(pattern -> "'" + pattern.replace("'", "''") + "'").toList();
  }
}
