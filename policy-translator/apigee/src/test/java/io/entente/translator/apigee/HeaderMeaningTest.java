package io.entente.translator.apigee;

import static org.assertj.core.api.Assertions.assertThat;

import io.entente.engine.Decision;
import io.entente.engine.Exchange;
import io.entente.engine.Headers;
import io.entente.engine.PolicyEngine;
import io.entente.engine.State;
import io.entente.model.estate.PathMatch;
import io.entente.model.estate.Route;
import io.entente.model.fidelity.FidelityGrade;
import io.entente.model.identity.Labels;
import io.entente.model.identity.RouteName;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.policy.HeaderTransform;
import io.entente.policy.HeaderTransform.Edit;
import io.entente.policy.Policy;
import io.entente.policy.resolution.RouteTarget;
import io.entente.translator.TranslationRequest;
import io.entente.translator.testkit.CaseRequest;
import io.entente.translator.testkit.Policies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Headers leave as the engine leaves them, whatever the order of the edits. */
class HeaderMeaningTest {

  private static final long SEED = 20261121;
  private static final Route ALL =
      new Route(
          new RouteName("all"), new PathMatch.Prefix(Worlds.BASE), new TreeSet<>(), Labels.none());

  @Test
  void editsComeToWhatTheEngineMakesOfThem() {
    var random = new Random(SEED);
    int edited = 0;
    for (int round = 0; round < 400; round++) {
      // Given
      var policies = new ArrayList<Policy>();
      for (int i = 0; i <= random.nextInt(2); i++) {
        List<Edit> request = edits(random);
        List<Edit> response = edits(random);
        if (!request.isEmpty() || !response.isEmpty()) {
          policies.add(Policies.enforcing("p" + i, new HeaderTransform(request, response)));
        }
      }
      World world = Worlds.world();
      TranslationRequest request = Worlds.request(world, Worlds.bound(List.of(ALL)), policies);
      var translation = new ApigeeTranslator().translate(request);
      assertThat(translation.fidelity().worst())
          .as("seed %d round %d", SEED, round)
          .isLessThanOrEqualTo(FidelityGrade.APPROXIMATE);
      var target = new RouteTarget(CaseRequest.GATEWAY, request.apis().get(0).name(), ALL.name());
      Headers before = headers(random);
      Headers answer = headers(random);

      // When
      var message = new Message("orders", "/1", "GET", "10.0.0.1", Instant.EPOCH, before, answer);
      var written = world.written(translation);
      for (String flow : List.of("pre-target", "post-proxy")) {
        Optional.ofNullable(written.get(new ObjectKey("sharedflows", "entente-prod-" + flow)))
            .map(Interpreter::new)
            .ifPresent(
                bundle ->
                    bundle.run(
                        "sharedflowbundle/policies/",
                        bundle.steps("sharedflowbundle/sharedflows/default.xml"),
                        message));
      }

      // Then
      var exchange =
          new Exchange(
              target, "GET", "/v1/orders/1", before, Optional.of("10.0.0.1"), Optional.empty());
      var passed =
          (Decision.Pass)
              PolicyEngine.evaluateRequest(
                  request.effective(target), exchange, new State(10), Instant.EPOCH);
      var answered =
          (Decision.Pass)
              PolicyEngine.evaluateResponse(
                  request.effective(target), exchange.answered(new Exchange.Response(200, answer)));
      assertThat(message.request)
          .as("seed %d round %d: %s", SEED, round, policies)
          .isEqualTo(passed.headers());
      assertThat(message.response)
          .as("seed %d round %d: %s", SEED, round, policies)
          .isEqualTo(answered.headers());
      edited += message.request.equals(before) ? 0 : 1;
    }
    assertThat(edited).isGreaterThan(200);
  }

  private static List<Edit> edits(Random random) {
    var edits = new ArrayList<Edit>();
    for (int i = random.nextInt(5); i > 0; i--) {
      String name = "x-" + "abc".charAt(random.nextInt(3));
      String value = List.of("1", "2", "a:b", "a b", "<&\">").get(random.nextInt(5));
      edits.add(
          switch (random.nextInt(4)) {
            case 0 -> new Edit.Set(name, value);
            case 1 -> new Edit.AddIfAbsent(name, value);
            case 2 -> new Edit.Append(name, value);
            default -> new Edit.Remove(name);
          });
    }
    return edits;
  }

  private static Headers headers(Random random) {
    Headers headers = Headers.of(Map.of("accept", List.of("*/*")));
    for (String name : List.of("x-a", "x-b", "x-c")) {
      for (int i = random.nextInt(3); i > 0; i--) {
        headers = headers.append(name, "old" + i);
      }
    }
    return headers;
  }
}
