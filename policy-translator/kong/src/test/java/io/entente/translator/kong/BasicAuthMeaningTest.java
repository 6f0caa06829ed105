package io.entente.translator.kong;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.engine.Trust;
import io.entente.model.identity.ApiName;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.NativeObject;
import io.entente.policy.ApiKey.Credentials;
import io.entente.policy.BasicAuth;
import io.entente.policy.Policy;
import io.entente.policy.Preflight;
import io.entente.policy.TargetRef;
import io.entente.policy.resolution.EffectivePolicy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.Translation;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomAccess;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Passwords on a simulated node, which is held to recordings, against what they mean. */
class BasicAuthMeaningTest {

  private static final long SEED = 20261122;
  private static final Trust TRUST =
      new Trust(
          Map.of(), Map.of(), Map.of("alice:open sesame", "alice", "b.o-b:with:colons", "bob"));
  private static final RouteTarget ROUTE =
      new RouteTarget(CaseRequest.GATEWAY, new ApiName("shop"), new RouteName("all"));
  private static final String ALICE = base64("alice:open sesame");
  private static final String BOB = base64("b.o-b:with:colons");

  /** Read as meant. */
  private static final List<String> PLAIN =
      List.of(
          "",
          "Basic " + ALICE,
          "basic " + BOB,
          "Basic   " + BOB,
          "Basic " + base64("alice:wrong"),
          "Basic " + base64("alice"),
          "Basic " + base64(":open sesame"),
          "Basic " + base64("mallory:open sesame"),
          "Basic !",
          "Basic",
          "Bearer " + ALICE);

  /** As is stated: {@code scheme-case}. */
  private static final List<String> STRICTER = List.of("BASIC " + ALICE, "bASIC " + BOB);

  /** As is stated: {@code scheme-anywhere}. */
  private static final List<String> LOOSER =
      List.of("xBasic " + ALICE, "Basic" + BOB, "Basic " + base64("alice:open sesame") + "==x");

  @Test
  void onlyWhoHasAPasswordGetsThroughAndTheUpstreamSeesItOnlyWhereMeant() {
    var random = new Random(SEED);
    int refused = 0;
    int passed = 0;
    int otherwise = 0;
    try (var kong = new RunningKong()) {
      kong.know("alice", "alice", "open sesame");
      kong.know("bob", "b.o-b", "with:colons");
      Collection<NativeObject> before = List.of();
      for (int round = 0; round < 30; round++) {
        // Given
        BasicAuth any = RandomAccess.basicAuth(random);
        var rule =
            new BasicAuth(any.realm(), any.hideCredential(), Preflight.CHECK, Credentials.VENDOR);
        Policy policy = Policies.enforcing("p", rule);
        Translation translation = Worlds.translate(List.of(policy));
        assertThat(translation.refusals()).isEmpty();
        kong.hold(before, translation.objects().values());
        before = translation.objects().values();
        for (int i = 0; i < 20; i++) {
          String header = header(random);
          String method = random.nextInt(4) == 0 ? "OPTIONS" : "GET";
          String about = "seed %d round %d: %s, %s".formatted(SEED, round, rule, header);

          // When
          Decision meant = meant(policy, method, header);
          HttpResponse<String> answer = send(kong, method, header);

          // Then
          if (STRICTER.contains(header)) {
            otherwise++;
            assertThat(meant).as(about).isInstanceOf(Decision.Pass.class);
            assertThat(answer.statusCode()).as(about).isEqualTo(401);
          } else if (LOOSER.contains(header)) {
            otherwise++;
            assertThat(meant).as(about).isInstanceOf(Decision.Reject.class);
            assertThat(answer.statusCode()).as(about).isEqualTo(200);
          } else if (meant instanceof Decision.Reject reject) {
            refused++;
            assertThat(answer.statusCode()).as(about).isEqualTo(401);
            assertThat(answer.headers().allValues("www-authenticate"))
                .as(about)
                .isEqualTo(reject.headers().get("www-authenticate"));
          } else {
            passed++;
            assertThat(answer.statusCode()).as(about).isEqualTo(200);
            assertThat(kong.seen().getOrDefault("authorization", List.of()))
                .as(about)
                .isEqualTo(((Decision.Pass) meant).headers().get("authorization"));
            assertThat(kong.seen().getOrDefault("x-consumer-username", List.of()))
                .as(about)
                .isEqualTo(((Decision.Pass) meant).caller().stream().toList());
          }
        }
      }
    }
    assertThat(refused).isGreaterThan(200);
    assertThat(passed).isGreaterThan(80);
    assertThat(otherwise).isGreaterThan(30);
  }

  private static String header(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> LOOSER.get(random.nextInt(LOOSER.size()));
      case 1 -> STRICTER.get(random.nextInt(STRICTER.size()));
      default -> PLAIN.get(random.nextInt(PLAIN.size()));
    };
  }

  private static Decision meant(Policy policy, String method, String header) {
    return PolicyEngine.evaluateRequest(
        List.of(new EffectivePolicy(policy, TargetRef.Kind.TENANT)),
        new Exchange(
            ROUTE,
            method,
            "/orders/1",
            header.isEmpty()
                ? Headers.none()
                : Headers.of(Map.of("authorization", List.of(header))),
            Optional.of("127.0.0.1"),
            Optional.empty()),
        TRUST,
        new State(1),
        Instant.EPOCH);
  }

  private static HttpResponse<String> send(RunningKong kong, String method, String header) {
    var request = kong.request().method(method, BodyPublishers.noBody());
    if (!header.isEmpty()) {
      request.header("authorization", header);
    }
    return kong.call(request.build());
  }

  private static String base64(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(ISO_8859_1));
  }
}
