package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.Payload;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.policy.Policy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.BodyTexts;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import io.entente.translator.testkit.RandomBodies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What the engine refuses of bodies is refused in both lanes, always with 400; more is refused only
 * where the report says so: without a length, and of types that Apigee does not read.
 */
class BodiesMeaningTest {

  private static final long SEED = 20261122;

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/json; charset=utf-8",
          "application/xml",
          "application/xml",
          "text/plain",
          "application/merge-patch+json",
          "text/xml",
          "Application/JSON",
          "application/json;charset=utf-16",
          "text/plain, application/json",
          "");

  private final Map<String, Integer> seen = new TreeMap<>();

  @Test
  void refusesWhatTheEngineRefusesAndStatesTheRest() {
    var random = new Random(SEED);
    for (int round = 0; round < 120; round++) {
      // Given
      List<Policy> policies = policies(random);
      boolean made = random.nextBoolean();
      World world = made ? new World() : Worlds.world();
      var api = made ? Worlds.made(Worlds.ALL) : Worlds.bound(Worlds.ALL);
      TranslationRequest request = Worlds.request(world, api, policies);
      var target = new RouteTarget(CaseRequest.GATEWAY, api.name(), Worlds.ALL.get(0).name());
      var translation = new ApigeeTranslator().translate(request);
      assertThat(translation.refusals()).isEmpty();
      var lane = new Lane(made, world, translation, Worlds.BASE);
      for (int i = 0; i < 30; i++) {
        var sent = Sent.of(random);

        // When
        Message message =
            lane.message(Worlds.BASE, "POST", "10.0.0.1", Instant.EPOCH, sent.headers())
                .orElseThrow();
        message.content = sent.body();
        Optional<Integer> fault = lane.ask(message);

        // Then
        Exchange exchange =
            new Exchange(
                    target,
                    "POST",
                    Worlds.BASE,
                    sent.headers(),
                    Optional.of("10.0.0.1"),
                    Optional.empty())
                .withBody(Payload.of(sent.body()));
        Decision meant =
            PolicyEngine.evaluateRequest(
                request.effective(target), exchange, new State(9), Instant.EPOCH);
        String as = "seed %d round %d.%d: %s %s".formatted(SEED, round, i, sent, policies);
        compare(meant, fault, sent, as);
      }
    }
    assertThat(seen)
        .containsOnlyKeys("both pass", "both refuse", "stated")
        .allSatisfy((what, count) -> assertThat(count).as(what).isGreaterThan(200));
  }

  private void compare(Decision meant, Optional<Integer> fault, Sent sent, String as) {
    fault.ifPresent(status -> assertThat(status).as(as).isEqualTo(400));
    if (meant instanceof Decision.Reject reject) {
      assertThat(fault).as(as + " " + reject.rule()).contains(reject.status());
      seen.merge("both refuse", 1, Integer::sum);
    } else if (fault.isEmpty()) {
      seen.merge("both pass", 1, Integer::sum);
    } else {
      assertThat(sent.stated()).as(as).isTrue();
      seen.merge("stated", 1, Integer::sum);
    }
  }

  private static List<Policy> policies(Random random) {
    var policies = new ArrayList<Policy>();
    int which = random.nextInt(5);
    if (which != 0) {
      policies.add(Policies.enforcing("json", RandomBodies.jsonThreat(random)));
    }
    if (which == 1) {
      policies.add(Policies.enforcing("json-too", RandomBodies.jsonThreat(random)));
    }
    if (which < 2) {
      policies.add(Policies.enforcing("xml", RandomBodies.xmlThreat(random)));
    }
    return policies;
  }

  /** One request. */
  record Sent(String type, String body, boolean measured) {

    static Sent of(Random random) {
      String type = TYPES.get(random.nextInt(TYPES.size()));
      String body =
          random.nextInt(12) == 0
              ? ""
              : random.nextInt(6) > 0 == type.contains("xml")
                  ? BodyTexts.xml(random)
                  : BodyTexts.json(random);
      return new Sent(type, body, body.isEmpty() || random.nextInt(6) > 0);
    }

    Headers headers() {
      Headers headers =
          measured
              ? Headers.none().set("content-length", Integer.toString(Payload.of(body).size()))
              : Headers.none().set("transfer-encoding", "chunked");
      return type.isEmpty() ? headers : headers.set("content-type", type);
    }

    Asked asked() {
      return new Asked("POST", "", headers(), "", body);
    }

    /** Whether the report says that it is refused whatever it holds. */
    boolean stated() {
      return !measured
          || body.contains("<!DOCTYPE")
          || (type.matches("(?i).*(json|xml).*")
              && !type.matches("application/(json|xml)( *; *charset=utf-8)?"));
    }
  }
}
