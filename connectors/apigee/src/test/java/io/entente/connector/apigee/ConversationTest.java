package io.entente.connector.apigee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entente.model.plan.Change;
import io.entente.model.plan.StepResult;
import io.entente.simulator.apigee.fault.Effect;
import io.entente.simulator.apigee.fault.Fault;
import io.entente.simulator.apigee.fault.Match;
import io.entente.translator.apigee.dialect.ApigeeDialect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tokens, quotas and pages against the simulator, and gateways that share an organisation. */
class ConversationTest {

  @Test
  void aTokenThatEndsInTheMiddleOfAReadIsRenewed() {
    try (var apigee = new SimulatedApigee()) {
      // Given
      apigee.deployProxy("orders", TestBundles.proxy("orders", "v1"));
      Reads.snapshot(apigee.connector());
      // When
      apigee.simulator().revokeTokens();
      var seen = Reads.snapshot(apigee.connector());
      // Then
      assertThat(seen.complete()).as("%s", seen.completeness()).isTrue();
    }
  }

  @Test
  void aTokenThatEndsBeforeAnImportIsRenewedAndNothingIsImportedTwice() {
    try (var apigee = new SimulatedApigee()) {
      // Given
      var hub = new MiniHub(apigee.connector());
      var desired = new Estate(apigee).flow("entente-flow", TestBundles.flow("entente-flow", "1"));
      var plan = hub.plan(desired.objects());
      // When
      apigee.simulator().revokeTokens();
      MiniHub.steps(plan)
          .forEach(step -> assertThat(hub.send(step)).isInstanceOf(StepResult.Done.class));
      // Then
      assertThat(apigee.simulator().imported().all()).hasSize(1);
    }
  }

  @Test
  void aQuotaThatIsUsedUpIsWaitedFor() {
    try (var apigee = new SimulatedApigee()) {
      // Given
      apigee.faults(new Fault(new Match("GET", "/v1/**"), 3, 2, new Effect.TooManyRequests(1)));
      long begun = System.nanoTime();
      // When
      var seen = Reads.snapshot(apigee.connector());
      // Then
      assertThat(seen.complete()).as("%s", seen.completeness()).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(900));
    }
  }

  @Test
  void everyPageOfProductsDevelopersAndAppsIsRead() throws Exception {
    try (var apigee = new SimulatedApigee()) {
      // Given
      for (int i = 0; i < 7; i++) {
        apigee.post("apiproducts", "{\"name\":\"p%d\",\"displayName\":\"P\"}".formatted(i));
        apigee.post(
            "developers",
            "{\"email\":\"d%d@example.com\",\"firstName\":\"D\",\"lastName\":\"E\",\"userName\":\"d%d\"}"
                .formatted(i, i));
        apigee.post(
            "developers/d%d@example.com/apps".formatted(i), "{\"name\":\"a%d\"}".formatted(i));
      }
      var paging = new Paging(new ManagementApi(apigee.config(), apigee.secrets()), 3);
      var organization = List.of("organizations", "acme");
      // When
      var products =
          paging.byStartKey(
              path(organization, "apiproducts"),
              Map.of("expand", "true"),
              "apiProduct",
              node -> Trees.text(node, "name"));
      var developers =
          paging.byStartKey(
              path(organization, "developers"),
              Map.of(),
              "developer",
              node -> Trees.text(node, "email"));
      var apps = paging.byToken(path(organization, "apps"), Map.of("expand", "true"), "app");
      // Then
      assertThat(products)
          .extracting(node -> Trees.text(node, "name").orElseThrow())
          .containsExactlyElementsOf(names("p"));
      assertThat(developers).hasSize(7);
      assertThat(apps)
          .extracting(node -> Trees.text(node, "name").orElseThrow())
          .containsExactlyInAnyOrderElementsOf(names("a"));
    }
  }

  @Test
  void oneGatewayOfAnOrganisationWritesAtATime() throws Exception {
    try (var apigee = new SimulatedApigee()) {
      // Given
      var wait = Duration.ofMillis(50);
      var one = WriteLock.ofOrganization(apigee.config(), wait);
      var other = WriteLock.ofOrganization(apigee.config(), wait);
      var hooks = WriteLock.ofEnvironment(apigee.config(), wait);
      one.take();
      try {
        // When
        var failures = new CopyOnWriteArrayList<Optional<ApigeeFailure>>();
        var thread =
            new Thread(
                () -> {
                  failures.add(failure(other));
                  failures.add(failure(hooks));
                });
        thread.start();
        thread.join();
        // Then
        assertThat(failures.get(0).map(f -> f.problem().code())).contains(ApigeeErrorCode.BUSY);
        assertThat(failures.get(1)).isEmpty();
      } finally {
        one.release();
      }
      assertThat(failure(other)).isEmpty();
    }
  }

  @Test
  void namesAndKindsThatAreNotOursAreNeverWritten() {
    try (var apigee = new SimulatedApigee()) {
      // Given
      var estate = new Estate(apigee);
      estate.flow("team-flow", TestBundles.flow("team-flow", "v1"));
      estate.targetServer("team-backend", 80);
      var profile = apigee.connector().describe();
      var changes =
          estate.objects().values().stream()
              .map(object -> new Change(object.key(), Optional.empty(), Optional.of(object)))
              .toList();
      long writes = apigee.writes();
      // When
      var results =
          new ApigeeDialect()
              .pack(changes, profile).stream()
                  .flatMap(set -> set.steps().stream())
                  .map(step -> apigee.connector().applier().orElseThrow().apply(step, Map.of()))
                  .toList();
      // Then
      assertThat(results).hasSize(3).allMatch(result -> result instanceof StepResult.Refused);
      assertThat(apigee.writes()).isEqualTo(writes);
    }
  }

  private static Optional<ApigeeFailure> failure(WriteLock lock) {
    var failure = catchThrowableOfType(ApigeeFailure.class, lock::take);
    if (failure == null) {
      lock.release();
    }
    return Optional.ofNullable(failure);
  }

  private static List<String> path(List<String> parent, String last) {
    return IntStream.range(0, 3).mapToObj(i -> i < 2 ? parent.get(i) : last).toList();
  }

  private static List<String> names(String prefix) {
    return IntStream.range(0, 7).mapToObj(i -> prefix + i).toList();
  }
}
