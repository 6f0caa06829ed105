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

/** What is found as sent is refused as the engine does; what only decoding shows, passes. */
class InjectionMeaningTest {

  private static final long SEED = 20261122;

  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "xx",
          "bad!",
          "B4D/",
          "%62ad!",
          "b%61d!",
          "%42%34d/",
          "ba%64+",
          "%34%37",
          "b4%44%20",
          "1\' or \'1\'=\'1",
          "1%27%20or%20%271%27=%271",
          "union+select+x",
          "<script>",
          "..%2f..%2f",
          "%252e%252e/",
          "A7",
          "\u017F4",
          "x\ny");

  private final Map<String, Integer> seen = new TreeMap<>();

  @Test
  void refusesWhatIsFoundAsSent() {
    var random = new Random(SEED);
    for (int round = 0; round < 220; round++) {
      // Given
      var policies = new ArrayList<Policy>();
      for (int i = random.nextInt(2); i >= 0; i--) {
        policies.add(Policies.enforcing("p" + i, RandomBodies.injectionProtection(random)));
      }
      boolean made = random.nextBoolean();
      World world = made ? new World() : Worlds.world();
      var api = made ? Worlds.made(Worlds.ALL) : Worlds.bound(Worlds.ALL);
      TranslationRequest request = Worlds.request(world, api, policies);
      var target = new RouteTarget(CaseRequest.GATEWAY, api.name(), Worlds.ALL.get(0).name());
      var translation = new ApigeeTranslator().translate(request);
      assertThat(translation.refusals()).isEmpty();
      var lane = new Lane(made, world, translation, Worlds.BASE);
      for (int i = 0; i < 20; i++) {
        Asked sent = asked(random);
        String path = Worlds.BASE + sent.suffix();
        String query = sent.query();
        Headers headers = sent.headers();

        // When
        Message message =
            lane.message(path, "POST", "10.0.0.1", Instant.EPOCH, headers).orElseThrow();
        message.path = path;
        message.query = query;
        message.content = sent.body();
        Optional<Integer> fault = lane.ask(message);

        // Then
        Exchange exchange =
            new Exchange(target, "POST", path, headers, Optional.of("10.0.0.1"), Optional.empty())
                .withQuery(query)
                .withBody(Payload.of(sent.body()));
        Decision meant =
            PolicyEngine.evaluateRequest(
                request.effective(target), exchange, new State(9), Instant.EPOCH);
        String as = "seed %d round %d.%d: %s %s".formatted(SEED, round, i, exchange, policies);
        compare(meant, fault, (path + query).matches(".*[%+].*"), as);
      }
    }
    assertThat(seen)
        .containsOnlyKeys("both pass", "both refuse", "only decoded")
        .allSatisfy((what, count) -> assertThat(count).as(what).isGreaterThan(100));
  }

  private void compare(Decision meant, Optional<Integer> fault, boolean encoded, String as) {
    fault.ifPresent(status -> assertThat(status).as(as).isEqualTo(400));
    if (meant instanceof Decision.Pass) {
      assertThat(fault).as(as).isEmpty();
      seen.merge("both pass", 1, Integer::sum);
    } else if (fault.isPresent()) {
      seen.merge("both refuse", 1, Integer::sum);
    } else {
      assertThat(encoded).as(as).isTrue();
      seen.merge("only decoded", 1, Integer::sum);
    }
  }

  static Asked asked(Random random) {
    String suffix = "/" + text(random).replace("\n", "");
    String query = text(random).replace("\n", "");
    String body = text(random);
    Headers headers = Headers.none().append("x-looked-at", text(random).replace("\n", ""));
    return new Asked("POST", suffix, headers, query, body);
  }

  private static String text(Random random) {
    return random.nextInt(2) == 0 ? "a" : TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
