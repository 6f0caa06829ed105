package io.entente.translator.envoy;

import static io.entente.translator.envoy.EffectBench.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Ids through a real Envoy are the ids that the policy means, on every exchange. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrelationIdEffectTest {

  private static final long SEED = 31;
  private static final String FRESH = "00000000-0000-4000-8000-000000000000";
  private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  // the upstream says x-up itself
  private static final List<String> HEADERS = List.of("x-id", "x-up");
  private static final List<String> ROUTES = new ArrayList<>();

  private EffectBench bench;

  @BeforeAll
  void start(@TempDir Path scratch) throws Exception {
    var policies = new StringBuilder();
    for (String header : HEADERS) {
      for (String inbound : List.of("keep", "replace")) {
        for (boolean echo : List.of(true, false)) {
          for (String with : List.of("alone", "edits")) {
            String route = "%s-%s-%s-%s".formatted(header, inbound, echo, with);
            ROUTES.add(route);
            policies.append(
                policy(
                    "id-" + route,
                    route,
                    "correlationId: {header: %s, onInbound: %s, echo: %s}"
                        .formatted(header, inbound, echo)));
            if (with.equals("edits")) {
              policies.append(
                  policy(
                      "edits-" + route,
                      route,
                      "headerTransform: {request: [{set: {name: %s, value: sent}}], response: [{set: {name: %s, value: told}}]}"
                          .formatted(header, header)));
            }
          }
        }
      }
    }
    policies.append(
        policy("id-full", "full", "correlationId: {header: x-id, onInbound: keep, echo: true}"));
    policies.append(policy("limit", "full", "rateLimit: {requests: 1, window: 1h, key: route}"));
    policies.append(
        policy(
            "id-req",
            "req",
            "correlationId: {header: x-request-id, onInbound: replace, echo: true}"));
    var routes = new ArrayList<>(ROUTES);
    routes.addAll(List.of("full", "req"));
    bench = new EffectBench(scratch, routes, policies.toString());
  }

  @AfterAll
  void stop() throws Exception {
    if (bench != null) {
      bench.close();
    }
  }

  @Test
  void everyExchangeHasTheIdThatIsMeant() {
    var random = new Random(SEED);
    Set<String> given = new HashSet<>();
    int fresh = 0;
    for (int round = 0; round < 400; round++) {
      // Given
      String route = ROUTES.get(round % ROUTES.size());
      String header = route.substring(0, 4);
      List<String> headers = inbound(header, random);
      var policies = bench.policies(route);
      Exchange meant =
          PolicyEngine.identify(
              policies,
              bench.exchange(route, "GET", 0, "127.0.0.1", headers),
              () -> UUID.fromString(FRESH));
      var pass =
          (Decision.Pass)
              PolicyEngine.evaluateRequest(policies, meant, new State(10), Instant.EPOCH);
      var upstream = new Exchange.Response(200, Headers.of(Map.of("x-up", List.of("upstream"))));
      var told = (Decision.Pass) PolicyEngine.evaluateResponse(policies, meant.answered(upstream));

      // When
      HttpResponse<String> answer =
          bench.envoy().exchange("GET", "/" + route, HttpRequest.BodyPublishers.noBody(), headers);

      // Then
      String what = "seed %d round %d: %s %s".formatted(SEED, round, route, headers);
      Optional<String> sent =
          same(what, EffectBench.seen(answer.body(), header), pass.headers().get(header));
      Optional<String> echoed =
          same(what, answer.headers().allValues(header), told.headers().get(header));
      if (sent.isPresent() && echoed.isPresent()) {
        assertThat(echoed).as(what).isEqualTo(sent);
      }
      Optional<String> id = sent.or(() -> echoed);
      if (id.isPresent()) {
        assertThat(given.add(id.get())).as("%s: %s is new", what, id).isTrue();
        fresh++;
      }
      if (route.contains("keep")) {
        assertThat(answer.body()).as(what).doesNotContain("entente-inbound");
      }
    }
    assertThat(fresh).isGreaterThan(100);
  }

  @Test
  void refusalsCarryTheIdToo() {
    // When
    var first = bench.envoy().call("/full", "x-id", "a");
    var refused = bench.envoy().call("/full", "x-id", "b");

    // Then
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().allValues("x-id")).containsExactly("b");
  }

  @Test
  void theIdThatEnvoyGivesItselfIsReplacedToo() {
    // When
    var answer = bench.envoy().call("/req", "x-request-id", "mine");

    // Then
    String id = answer.headers().firstValue("x-request-id").orElseThrow();
    assertThat(id).matches(UUID_PATTERN);
    assertThat(EffectBench.seen(answer.body(), "x-request-id")).containsExactly(id);
  }

  /** Fails unless both are the same; the fresh id where one was meant. */
  private static Optional<String> same(String what, List<String> real, List<String> meant) {
    if (!meant.equals(List.of(FRESH))) {
      assertThat(real).as(what).isEqualTo(meant);
      return Optional.empty();
    }
    assertThat(real).as(what).hasSize(1).allMatch(id -> id.matches(UUID_PATTERN));
    return Optional.of(real.get(0));
  }

  private static List<String> inbound(String header, Random random) {
    String value = "id-" + random.nextInt(1_000_000);
    return switch (random.nextInt(6)) {
      case 0 -> List.of();
      case 1 -> List.of(header, "");
      case 2 -> List.of(header, value, header, "second");
      case 3 -> List.of(header, "", header, "second");
      case 4 -> List.of(header, value, "entente-inbound-" + header, "evil");
      default -> List.of(header, value);
    };
  }
}
