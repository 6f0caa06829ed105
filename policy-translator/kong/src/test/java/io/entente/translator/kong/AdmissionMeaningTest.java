package io.entente.translator.kong;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.NativeObject;
import io.entente.policy.AccessBlock;
import io.entente.policy.CorrelationId;
import io.entente.policy.CorrelationId.OnInbound;
import io.entente.policy.Policy;
import io.entente.policy.RequestSize;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Blocks, sizes and ids on a simulated node against what they mean. */
class AdmissionMeaningTest {

  private static final long SEED = 20261121;
  private static final UUID FRESH = UUID.fromString("00000000-0000-4000-8000-000000000000");
  private static final String ID = "x-id-0";

  /** A request: its ids, its body, and whether it says beforehand how long that is. */
  private record Call(List<String> ids, String body, boolean sized, boolean expects) {

    static Call any(Random random) {
      List<List<String>> ids =
          List.of(List.of(), List.of(""), List.of("mine"), List.of("mine", "too"));
      boolean sized = random.nextInt(3) > 0;
      return new Call(
          ids.get(random.nextInt(4)),
          "a".repeat(random.nextInt(60)),
          sized,
          sized && random.nextInt(8) == 0);
    }
  }

  @Test
  void whatGoesOutAnswersAndMarksAsMeant() {
    var random = new Random(SEED);
    int blocked = 0;
    int tooLarge = 0;
    int passed = 0;
    try (var kong = new RunningKong()) {
      Collection<NativeObject> before = List.of();
      for (int round = 0; round < 80; round++) {
        // Given
        List<Policy> policies = policies(random);
        Translation translation = Worlds.translate(policies);
        assertThat(translation.refusals()).isEmpty();
        kong.hold(before, translation.objects().values());
        before = translation.objects().values();
        for (int i = 0; i < 10; i++) {
          var call = Call.any(random);
          String about = "seed %d round %d: %s, %s".formatted(SEED, round, policies, call);

          // When
          Exchange exchange = identified(policies, call);
          Decision meant =
              PolicyEngine.evaluateRequest(
                  effective(policies), exchange, new State(1), Instant.EPOCH);
          HttpResponse<String> answer = send(kong, call);

          // Then
          Optional<RequestSize> size = kind(policies, RequestSize.class);
          boolean large = size.filter(rule -> call.body().length() > rule.maxBytes()).isPresent();
          if (large) {
            // before a block, too, as is stated of it; with Expect as is stated of the size
            tooLarge++;
            assertThat(answer.statusCode()).as(about).isEqualTo(call.expects() ? 417 : 413);
          } else if (meant instanceof Decision.Reject reject) {
            blocked++;
            assertBlocked(reject, answer, about);
          } else {
            passed++;
            assertThat(answer.statusCode()).as(about).isEqualTo(200);
            assertMarked(policies, call, exchange, kong, about);
          }
          assertEchoed(policies, exchange, meant, answer, about);
        }
      }
    }
    assertThat(List.of(blocked, tooLarge, passed)).allMatch(count -> count >= 100);
  }

  private static void assertBlocked(
      Decision.Reject reject, HttpResponse<String> answer, String about) {
    assertThat(answer.statusCode()).as(about).isEqualTo(reject.status());
    assertThat(answer.headers().allValues("content-type"))
        .as(about)
        .isEqualTo(
            reject.headers().get("content-type").stream().map(AdmissionMeaningTest::said).toList());
    assertThat(answer.body()).as(about).isEqualTo(reject.body().isEmpty() ? "\n" : reject.body());
  }

  /** As is stated of the type. */
  private static String said(String type) {
    return type.equals("text/plain") ? type + "; charset=UTF-8" : type;
  }

  /** Of several the upstream gets all, as is stated; the first is the id. */
  private static void assertMarked(
      List<Policy> policies, Call call, Exchange exchange, RunningKong kong, String about) {
    List<String> seen = kong.seen().getOrDefault(ID, List.of());
    if (kind(policies, CorrelationId.class).isEmpty()) {
      assertThat(seen).as(about).isEqualTo(call.ids());
    } else {
      assertThat(fresh(seen.get(0))).as(about).isEqualTo(exchange.requestHeaders().get(ID).get(0));
      assertThat(seen).as(about).hasSize(Math.max(1, call.ids().size()));
    }
  }

  private static void assertEchoed(
      List<Policy> policies,
      Exchange exchange,
      Decision meant,
      HttpResponse<String> answer,
      String about) {
    boolean upstream = answer.statusCode() == 200;
    var response =
        new Exchange.Response(
            answer.statusCode(),
            upstream
                ? Headers.none().set(ID, "of the upstream")
                : meant instanceof Decision.Reject reject ? reject.headers() : Headers.none());
    var pass =
        (Decision.Pass)
            PolicyEngine.evaluateResponse(effective(policies), exchange.answered(response));
    assertThat(answer.headers().allValues(ID).stream().map(AdmissionMeaningTest::fresh))
        .as(about)
        .isEqualTo(pass.headers().get(ID));
  }

  private static List<Policy> policies(Random random) {
    var policies = new ArrayList<Policy>();
    if (random.nextInt(3) == 0) {
      policies.add(
          Policies.enforcing(
              "block",
              new AccessBlock(
                  List.of(400, 403, 410, 451, 503, 599).get(random.nextInt(6)),
                  List.of("text/plain", "application/problem+json").get(random.nextInt(2)),
                  List.of("", "down\n", "{\"retry\": \"später\"}").get(random.nextInt(3)))));
    }
    if (random.nextInt(3) > 0) {
      policies.add(Policies.enforcing("size", new RequestSize(1 + random.nextInt(60))));
    }
    if (policies.isEmpty() || random.nextInt(3) > 0) {
      policies.add(
          Policies.enforcing("id", new CorrelationId(ID, OnInbound.KEEP, random.nextBoolean())));
    }
    return policies;
  }

  private static Exchange identified(List<Policy> policies, Call call) {
    var headers = new TreeMap<String, List<String>>();
    headers.put(ID, call.ids());
    var exchange =
        new Exchange(
            new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all")),
            "POST",
            "/orders/1",
            new Headers(headers),
            call.body().length(),
            Optional.of("127.0.0.1"),
            Optional.empty());
    return PolicyEngine.identify(effective(policies), exchange, () -> FRESH);
  }

  private static HttpResponse<String> send(RunningKong kong, Call call) {
    BodyPublisher body =
        call.sized()
            ? BodyPublishers.ofString(call.body())
            : BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream(call.body().getBytes(UTF_8)));
    var request = kong.request().POST(body).expectContinue(call.expects());
    call.ids().forEach(id -> request.header(ID, id));
    return kong.call(request.build());
  }

  /** Every random id counts as the same. */
  private static String fresh(String id) {
    return id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
        ? FRESH.toString()
        : id;
  }

  private static List<EffectivePolicy> effective(List<Policy> policies) {
    return policies.stream().map(p -> new EffectivePolicy(p, TargetRef.Kind.TENANT)).toList();
  }

  private static <K> Optional<K> kind(List<Policy> policies, Class<K> kind) {
    return policies.stream()
        .map(policy -> policy.spec().kind())
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst();
  }
}
