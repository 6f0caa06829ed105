package io.entente.translator.kong;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.model.fidelity.Deviation;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.NativeObject;
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
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
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

/** What browsers make of the answers of a simulated node, against what is meant. */
class CorsMeaningTest {

  private static final long SEED = 20261121;
  private static final String ALLOW_ORIGIN = "access-control-allow-origin";
  private static final String CREDENTIALS = "access-control-allow-credentials";
  private static final String EXPOSE = "access-control-expose-headers";
  private static final String VARY = "vary";

  /** Headers that a page may send without asking. */
  private static final Set<String> UNASKED =
      Set.of("accept", "accept-language", "content-language", "content-type");

  /**
   * What a browser makes of an answer. Where the page is not let in it reads nothing else of it.
   *
   * @param withCredentials whether the page may see an answer to a request with cookies
   * @param asked of a preflight: methods, headers beyond the usual ones, and how long it is kept
   */
  private record Reading(
      boolean letIn, boolean withCredentials, Set<String> exposed, List<Set<String>> asked) {

    static Reading of(Call call, Function<String, List<String>> answer) {
      Set<String> allowed = items(answer, ALLOW_ORIGIN);
      boolean named = call.origin().filter(allowed::contains).isPresent();
      boolean letIn = named || (call.origin().isPresent() && allowed.equals(Set.of("*")));
      return new Reading(
          letIn,
          named && items(answer, CREDENTIALS).equals(Set.of("true")),
          letIn && !call.preflight() ? items(answer, EXPOSE) : Set.of(),
          letIn && call.preflight() ? asked(answer) : List.of());
    }

    private static List<Set<String>> asked(Function<String, List<String>> answer) {
      var headers = new TreeSet<>(items(answer, "access-control-allow-headers"));
      headers.removeAll(UNASKED);
      return List.of(
          items(answer, "access-control-allow-methods"),
          headers,
          items(answer, "access-control-max-age"));
    }
  }

  /** What a browser sends, and what the upstream answers of its own. */
  private record Call(Optional<String> origin, boolean preflight, Map<String, String> upstream) {

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
      return new Call(origin, origin.isPresent() && random.nextInt(3) == 0, upstream);
    }
  }

  @Test
  void browsersLetInTheOriginsThatAreMeant() {
    var random = new Random(SEED);
    int compared = 0;
    var stated = new TreeSet<String>();
    try (var kong = new RunningKong()) {
      Collection<NativeObject> before = List.of();
      for (int round = 0; round < 60; round++) {
        // Given
        Policy policy = Policies.enforcing("pages", cors(random));
        Translation translation = Worlds.translate(List.of(policy));
        assertThat(translation.refusals()).isEmpty();
        Set<String> codes = codes(translation);
        kong.hold(before, translation.objects().values());
        before = translation.objects().values();
        for (int i = 0; i < 10; i++) {
          var call = Call.any(random);
          String about = "seed %d round %d: %s, %s".formatted(SEED, round, policy.spec(), call);

          // When
          kong.upstreamSays(call.upstream());
          HttpResponse<String> answer = send(kong, call);

          // Then
          assertThat(answer.statusCode()).as(about).isEqualTo(200);
          Headers meant = meant(policy, call);
          var differing = differing(call, meant::get, answer.headers()::allValues);
          assertThat(codes).as(about).containsAll(differing);
          stated.addAll(differing);
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThanOrEqualTo(200);
    assertThat(stated).as("every loss that is stated was met").hasSize(3);
  }

  /** The codes that must state how the answer differs from what is meant. */
  private static Set<String> differing(
      Call call, Function<String, List<String>> meant, Function<String, List<String>> told) {
    Reading wanted = Reading.of(call, meant);
    Reading found = Reading.of(call, told);
    var codes = new TreeSet<String>();
    if (wanted.letIn() != found.letIn()
        || !wanted.asked().equals(found.asked())
        || !items(meant, VARY).equals(items(told, VARY))) {
      codes.add("nothing states this");
    }
    if (wanted.withCredentials() != found.withCredentials()) {
      codes.add("upstream-credentials");
    }
    if (!wanted.exposed().equals(found.exposed())) {
      codes.add("upstream-expose");
    }
    // an origin that is not the caller's lets nobody in
    if (!items(meant, ALLOW_ORIGIN).equals(items(told, ALLOW_ORIGIN))) {
      codes.add("single-origin-always-sent");
    }
    return codes;
  }

  private static Headers meant(Policy policy, Call call) {
    var effective = List.of(new EffectivePolicy(policy, TargetRef.Kind.TENANT));
    var request = new TreeMap<String, List<String>>();
    call.origin().ifPresent(origin -> request.put("origin", List.of(origin)));
    if (call.preflight()) {
      request.put("access-control-request-method", List.of("GET"));
    }
    var exchange =
        new Exchange(
            new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all")),
            call.preflight() ? "OPTIONS" : "POST",
            "/orders/1",
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
    var pass = (Decision.Pass) PolicyEngine.evaluateResponse(effective, answered);
    return pass.headers();
  }

  /** Lists mean the same in any order. */
  private static Set<String> items(Function<String, List<String>> headers, String name) {
    return headers.apply(name).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .collect(Collectors.toSet());
  }

  private static HttpResponse<String> send(RunningKong kong, Call call) {
    var request = kong.request();
    call.origin().ifPresent(origin -> request.header("Origin", origin));
    if (call.preflight()) {
      request.header("Access-Control-Request-Method", "GET");
      return kong.call(request.method("OPTIONS", BodyPublishers.noBody()).build());
    }
    return kong.call(request.POST(BodyPublishers.noBody()).build());
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
        random.nextBoolean() ? List.of("GET", "POST") : List.of("PUT"),
        random.nextBoolean() ? List.of("authorization", "x-client") : List.of(),
        random.nextBoolean() ? List.of("x-total") : List.of(),
        !any && random.nextBoolean(),
        Duration.ofSeconds(random.nextInt(600)));
  }
}
