package io.entente.hub.drift;

import static io.entente.hub.drift.DriftRoad.adopt;
import static io.entente.hub.drift.DriftRoad.decisions;
import static io.entente.hub.drift.DriftRoad.estate;
import static io.entente.hub.drift.DriftRoad.ignore;
import static io.entente.hub.drift.DriftRoad.only;
import static io.entente.hub.drift.DriftRoad.refreshed;
import static io.entente.hub.drift.DriftRoad.routes;
import static io.entente.hub.drift.DriftRoad.timeout;
import static io.entente.hub.drift.DriftRoad.withdraw;
import static io.entente.hub.test.PlanRoad.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.entente.hub.plan.GatewayEstate;
import io.entente.hub.plan.Transactions;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.model.identity.GatewayId;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.problem.ProblemException;
import io.entente.model.tree.Fingerprint;
import io.entente.model.tree.Node;
import io.entente.model.tree.NodePath;
import io.entente.model.tree.SecretRef;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Drift that nobody wants to hear of for a time. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class IgnoreTest {

  @Inject DriftService drift;
  @Inject GatewayEstate estate;
  @Inject DecisionStore store;
  @Inject AdoptionCheck check;
  @Inject Transactions transactions;

  @Test
  void ignoredDriftStaysListedAsIgnoredAndIsNoConditionUntilItsTimeIsOver() {
    // Given
    estate("hush");
    routes("hush", "by-hush", "by-hand");
    var row = only("hush");
    conditions("hush").body("condition", hasItem("Drifted"));
    // When
    ignore(row, in(30)).statusCode(201).body("decision", is("IGNORE"));
    // Then
    refreshed("hush").body("[0].ignored.reason", is("a trial"));
    conditions("hush").body("condition", not(hasItem("Drifted")));
    var plan = plan("hush");
    assertThat(plan.getBoolean("empty")).as("a plan puts ours back").isFalse();
    assertThat(plan.getString("ignoredDrift[0].text")).contains("puts ours back all the same");
    // When
    var gateway = new GatewayId("hush");
    drift.check(gateway, estate.refresh(gateway), Instant.now().plus(Duration.ofDays(31)));
    // Then
    refreshed("hush").body("[0].ignored", nullValue());
    decisions("hush").body("[0].endedAs", is("EXPIRED"));
    conditions("hush").body("condition", hasItem("Drifted"));
  }

  @Test
  void anotherValueEndsIgnoringAndSoDoesOursBeingBack() {
    // Given
    estate("other");
    timeout("other", "1s");
    ignore(only("other"), in(1)).statusCode(201);
    // When
    timeout("other", "2s");
    // Then
    refreshed("other").body("[0].ignored", nullValue());
    decisions("other").body("[0].endedAs", is("CHANGED"));
    // When
    ignore(only("other"), in(1)).statusCode(201).body("version", is(2));
    timeout("other", "5s");
    refreshed("other");
    // Then
    decisions("other").body("[0].endedAs", is("CHANGED"));
  }

  @Test
  void nothingIsIgnoredForLongerThanNinetyDaysNorIntoThePast() {
    // Given
    estate("long");
    timeout("long", "1s");
    var row = only("long");
    // When
    ignore(row, in(91)).statusCode(400).body("path", is("until"));
    ignore(row, in(-1)).statusCode(400).body("path", is("until"));
    // Then
    ignore(row, in(89)).statusCode(201);
  }

  @Test
  void ofOnePlaceOnlyOneDecisionIsInForceUnlessAnAdoptionReplacesIt() {
    // Given
    estate("single");
    timeout("single", "1s");
    var row = only("single");
    ignore(row, in(1)).statusCode(201);
    // When
    ignore(row, in(2)).statusCode(409).body("code", is("DECISION_CONFLICT"));
    adopt(only("single")).statusCode(201).body("version", is(2));
    // Then
    decisions("single").body("[1].endedAs", is("REPLACED"));
  }

  @Test
  void ofTwoWhoDecideAtTheSameInstantOneIsTold() throws Exception {
    // Given
    var decision = decision("race", Node.text("1s"));
    Callable<Optional<DriftDecision>> decide =
        () -> transactions.call(connection -> store.insert(connection, decision));
    // When
    var threads = Executors.newFixedThreadPool(4);
    try {
      var kept =
          threads.invokeAll(List.of(decide, decide, decide, decide)).stream()
              .filter(IgnoreTest::isKept)
              .toList();
      // Then
      assertThat(kept).hasSize(1);
      assertThat(store.list("race", true)).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void withdrawingMakesItDriftThatIsReported() {
    // Given
    estate("loud");
    timeout("loud", "1s");
    var id = ignore(only("loud"), in(1)).statusCode(201).extract().path("id");
    refreshed("loud").body("[0].ignored", notNullValue());
    // When
    withdraw(id).statusCode(204);
    // Then
    refreshed("loud").body("[0].ignored", nullValue());
  }

  @Test
  void aSecretIsIgnoredByItsFingerprintAndNeverAdopted() {
    // Given
    var secret = new Node.Secret(new SecretRef("vault:pay/key"), new Fingerprint("ab".repeat(32)));
    var decision = decision("hidden", secret);
    var row =
        new OpenDrift(
            1,
            decision.gateway(),
            decision.key(),
            decision.path(),
            "FOREIGN_EDIT",
            Optional.of(Node.text("x")),
            Optional.of(secret),
            List.of(),
            false,
            Instant.now(),
            true);
    // When
    var kept = transactions.call(connection -> store.insert(connection, decision)).orElseThrow();
    // Then
    assertThat(IgnoredDrift.by(row, List.of(kept), Instant.now())).contains(kept);
    assertThat(DecisionView.of(kept).gatewayValue())
        .contains("vault:pay/key")
        .doesNotContain("ab".repeat(8));
    var nothing =
        new io.entente.model.estate.Snapshot(
            decision.gateway(),
            Instant.now(),
            new java.util.TreeMap<>(),
            new io.entente.model.estate.Completeness.Complete());
    assertThatThrownBy(() -> check.require(row, nothing, kept))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("it holds a secret");
  }

  private static DriftDecision decision(String gateway, Node found) {
    return new DriftDecision(
        0,
        new GatewayId(gateway),
        new ObjectKey("cluster", "api.a"),
        NodePath.of("connect_timeout"),
        1,
        new DriftDecision.What.Ignore(Instant.now().plus(Duration.ofDays(1))),
        Optional.empty(),
        Optional.of(Node.text("5s")),
        Optional.of(found),
        false,
        List.of(),
        "a trial",
        "ops",
        Instant.now(),
        Optional.empty());
  }

  private static boolean isKept(java.util.concurrent.Future<Optional<DriftDecision>> future) {
    try {
      return future.get().isPresent();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static io.restassured.response.ValidatableResponse conditions(String gateway) {
    return HubClient.admin().get("/api/conditions?gateway=" + gateway).then();
  }

  private static String in(int days) {
    return Instant.now().plus(Duration.ofDays(days)).toString();
  }
}
