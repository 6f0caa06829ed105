package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.model.fidelity.Deviation;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.policy.Cors;
import io.entente.policy.Policy;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a browser makes of the answers of a simulated Apigee, against what it would make of those
 * that are meant; where they differ the report says so.
 */
class CorsMeaningTest {

  private static final long SEED = 20261122;
  private static final List<String> METHODS = List.of("GET", "POST", "PUT");
  private static final List<String> HEADERS = List.of("authorization", "x-client", "x-foreign");
  private static final String ALLOW_ORIGIN = "access-control-allow-origin";
  private static final String CREDENTIALS = "access-control-allow-credentials";
  private static final String EXPOSE = "access-control-expose-headers";

  /** What a browser sends, and what the upstream answers of its own. */
  private record Call(
      Optional<String> origin,
      String method,
      Optional<String> header,
      boolean preflight,
      Map<String, String> upstream) {

    static Call any(Random random) {
      List<Optional<String>> origins =
          List.of(
              Optional.empty(),
              Optional.of("https://a.example"),
              Optional.of("https://b.example:8443"),
              Optional.of("https://foreign.example"));
      var upstream = new HashMap<String, String>();
      upstream.put("x-total", "7");
      if (random.nextBoolean()) {
        upstream.put(ALLOW_ORIGIN, "https://foreign.example");
      }
      if (random.nextInt(3) == 0) {
        upstream.put(CREDENTIALS, "true");
      }
      if (random.nextInt(3) == 0) {
        upstream.put(EXPOSE, "x-upstream");
      }
      Optional<String> origin = origins.get(random.nextInt(origins.size()));
      return new Call(
          origin,
          METHODS.get(random.nextInt(3)),
          Optional.of(HEADERS.get(random.nextInt(3))).filter(h -> random.nextBoolean()),
          origin.isPresent() && random.nextBoolean(),
          upstream);
    }
  }

  /**
   * What a browser makes of an answer.
   *
   * @param letIn whether the page may go on
   * @param withCredentials whether it may with cookies
   * @param exposed headers that it may read
   * @param kept how long it may go on without asking
   */
  private record Verdict(
      boolean letIn, boolean withCredentials, Set<String> exposed, Set<String> kept) {

    static Verdict of(Call call, Function<String, List<String>> answer) {
      Set<String> allowed = items(answer, ALLOW_ORIGIN);
      boolean named = call.origin().filter(allowed::contains).isPresent();
      boolean letIn = named || (call.origin().isPresent() && allowed.equals(Set.of("*")));
      if (call.preflight()) {
        // a browser asks for no leave to GET and POST
        letIn &=
            !call.method().equals("PUT")
                || items(answer, "access-control-allow-methods").contains(call.method());
        letIn &=
            call.header().isEmpty()
                || items(answer, "access-control-allow-headers").contains(call.header().get());
      }
      boolean cookies = letIn && named && items(answer, CREDENTIALS).equals(Set.of("true"));
      return new Verdict(
          letIn,
          cookies,
          letIn && !call.preflight() ? items(answer, EXPOSE) : Set.of(),
          letIn && call.preflight() ? items(answer, "access-control-max-age") : Set.of());
    }
  }

  @Test
  void browsersLetInTheOriginsThatAreMeant() {
    var random = new Random(SEED);
    int compared = 0;
    int letIn = 0;
    int looser = 0;
    try (var apigee = new RunningApigee(Clock.systemUTC(), Map.of())) {
      for (int round = 0; round < 60; round++) {
        // Given
        Policy policy = Policies.enforcing("pages", cors(random));
        World world = apigee.world();
        Translation translation =
            new ApigeeTranslator()
                .translate(Worlds.request(world, Worlds.bound(Worlds.ALL), List.of(policy)));
        assertThat(translation.refusals()).isEmpty();
        apigee.hold(world, translation, Map.of());
        for (int i = 0; i < 12; i++) {
          var call = Call.any(random);
          String about = "seed %d round %d: %s, %s".formatted(SEED, round, policy.spec(), call);

          // When
          apigee.upstreamSays(call.upstream());
          HttpResponse<String> answer = send(apigee, call);

          // Then
          assertThat(answer.statusCode()).as(about).isEqualTo(200);
          assertThat(apigee.seen().isPresent()).as(about).isNotEqualTo(call.preflight());
          Verdict meant = Verdict.of(call, meant(policy, call)::get);
          Verdict told = Verdict.of(call, answer.headers()::allValues);
          compared++;
          letIn += told.letIn() ? 1 : 0;
          if (!told.equals(meant)) {
            looser++;
            assertThat(codes(translation)).as(about).contains("upstream-headers");
            assertStated(call, meant, told, about);
          }
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(200);
    assertThat(letIn).isBetween(compared / 4, compared);
    assertThat(looser).isPositive();
  }

  /** What the upstream itself says of other origins stays, as is stated: nothing else differs. */
  private static void assertStated(Call call, Verdict meant, Verdict told, String about) {
    assertThat(call.preflight()).as(about).isFalse();
    if (told.letIn() != meant.letIn()) {
      assertThat(call.upstream().get(ALLOW_ORIGIN)).as(about).isEqualTo(call.origin().orElse(""));
      return;
    }
    assertThat(told.withCredentials()).as(about).isEqualTo(meant.withCredentials());
    assertThat(told.exposed()).as(about).containsExactly("x-upstream");
    assertThat(meant.exposed()).as(about).isEmpty();
  }

  private static Headers meant(Policy policy, Call call) {
    var effective = List.of(new EffectivePolicy(policy, TargetRef.Kind.TENANT));
    var request = new TreeMap<String, List<String>>();
    call.origin().ifPresent(origin -> request.put("origin", List.of(origin)));
    if (call.preflight()) {
      request.put("access-control-request-method", List.of(call.method()));
    }
    var exchange =
        new Exchange(
            new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all")),
            call.preflight() ? "OPTIONS" : call.method(),
            Worlds.BASE,
            new Headers(request),
            0,
            Optional.of("127.0.0.1"),
            Optional.empty());
    Decision decision =
        PolicyEngine.evaluateRequest(effective, exchange, new State(1), Instant.EPOCH);
    Headers headers = Headers.none();
    if (decision instanceof Decision.Reject reject) {
      headers = reject.headers();
    } else {
      for (var said : call.upstream().entrySet()) {
        headers = headers.set(said.getKey(), said.getValue());
      }
    }
    var answered = exchange.answered(new Exchange.Response(200, headers));
    return ((Decision.Pass) PolicyEngine.evaluateResponse(effective, answered)).headers();
  }

  /** Lists mean the same in any order. */
  private static Set<String> items(Function<String, List<String>> headers, String name) {
    return headers.apply(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static HttpResponse<String> send(RunningApigee apigee, Call call) {
    var request = apigee.request("");
    call.origin().ifPresent(origin -> request.header("Origin", origin));
    if (call.preflight()) {
      request.header("Access-Control-Request-Method", call.method());
      call.header().ifPresent(name -> request.header("Access-Control-Request-Headers", name));
    }
    String method = call.preflight() ? "OPTIONS" : call.method();
    return apigee.call(request.method(method, BodyPublishers.noBody()).build());
  }

  private static Set<String> codes(Translation translation) {
    return translation.fidelity().entries().stream()
        .flatMap(entry -> entry.fields().stream())
        .flatMap(field -> field.deviations().stream())
        .map(Deviation::code)
        .collect(Collectors.toSet());
  }

  private static Cors cors(Random random) {
    List<List<String>> origins =
        List.of(
            List.of("https://a.example"),
            List.of("https://a.example", "https://b.example:8443"),
            List.of("*"));
    List<String> allowed = origins.get(random.nextInt(3));
    boolean any = allowed.contains(Cors.ANY_ORIGIN);
    return new Cors(
        allowed,
        random.nextBoolean() ? List.of("GET", "POST") : List.of("GET", "POST", "PUT"),
        random.nextBoolean() ? List.of("authorization", "x-client") : List.of(),
        random.nextBoolean() ? List.of("x-total") : List.of(),
        !any && random.nextBoolean(),
        Duration.ofSeconds(random.nextInt(600)));
  }
}
