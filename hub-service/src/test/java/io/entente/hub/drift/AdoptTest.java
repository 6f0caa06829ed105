package io.entente.hub.drift;

import static io.entente.hub.drift.DriftRoad.adopt;
import static io.entente.hub.drift.DriftRoad.decide;
import static io.entente.hub.drift.DriftRoad.decisions;
import static io.entente.hub.drift.DriftRoad.estate;
import static io.entente.hub.drift.DriftRoad.only;
import static io.entente.hub.drift.DriftRoad.refreshed;
import static io.entente.hub.drift.DriftRoad.routes;
import static io.entente.hub.drift.DriftRoad.timeout;
import static io.entente.hub.drift.DriftRoad.withdraw;
import static io.entente.hub.test.PlanRoad.api;
import static io.entente.hub.test.PlanRoad.carryOut;
import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.plan;
import static io.entente.hub.test.PlanRoad.resource;
import static io.entente.hub.test.PlanRoad.settle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.model.tree.Node;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others changed stays by decision, and nothing of that is silent. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class AdoptTest {

  @Test
  void whatWasAdoptedIsDesiredSoThatNothingIsPlannedAndTheDriftIsClosed() {
    // Given
    estate("keep");
    timeout("keep", "1s");
    // When
    adopt(only("keep"))
        .statusCode(201)
        .body("decision", is("ADOPT"))
        .body("version", is(1))
        .body("policyValue", is("5s"))
        .body("gatewayValue", is("1s"));
    // Then
    refreshed("keep").body("", empty());
    var plan = plan("keep");
    assertThat(plan.getBoolean("empty")).isTrue();
    assertThat(plan.getString("adopted[0].text"))
        .contains("kept by decision of admin on ", ": measured: it is better so")
        .contains("the policy says 5s, the gateway has 1s");
    HubClient.admin()
        .get("/api/explain?gateway=keep&api=keep-a&route=all")
        .then()
        .body("adopted.text", hasItem(containsString("kept by decision of admin")));
    HubClient.admin()
        .get("/api/audit?limit=20")
        .then()
        .body("findAll { it.action == 'drift.adopt' }.subject", hasItem("gateway/keep"));
    // When
    timeout("keep", "2s");
    settle("keep");
    // Then
    assertThat(resource("keep", "cluster", "api.keep-a").field("connect_timeout"))
        .as("the decision is about 1s and nothing else")
        .hasValue(Node.text("1s"));
  }

  @Test
  void noFieldOfAPolicyIsExactWhileAValueOfItsIsKeptByDecision() {
    // Given
    estate("grade");
    routes("grade", "by-grade", "by-hand");
    // When
    adopt(only("grade")).statusCode(201);
    // Then
    var plan = plan("grade");
    assertThat(plan.getBoolean("empty")).isTrue();
    String entry = "fidelity.find { it.policy == 'grade-header' }";
    assertThat(plan.getList(entry + ".fields.grade", String.class))
        .isNotEmpty()
        .allMatch(g -> g.equals("APPROXIMATE"));
    assertThat(plan.getList(entry + ".fields[0].deviations.code", String.class))
        .contains("kept-by-decision");
    assertThat(plan.getList(entry + ".fields[0].deviations.bound", String.class))
        .anyMatch(bound -> bound.contains("kept by decision of admin"));
  }

  @Test
  void aPolicyThatRequiresExactRefusesAnAdoption() {
    // Given
    estate("strict");
    documents(
        io.entente.hub.test.PlanRoad.header("strict-header", "strict", "by-strict")
            .replace("headerTransform:", "require: exact\n  headerTransform:"));
    plan("strict");
    routes("strict", "by-strict", "by-hand");
    // When
    var refused = adopt(only("strict"));
    // Then
    refused.statusCode(400).body("code", is("FIDELITY_BELOW_REQUIRED"));
    decisions("strict").body("", empty());
    refreshed("strict").body("", hasSize(1));
  }

  @Test
  void whatMayKeepSomebodyOutIsAdoptedOnlyByWhoMayApprovePlans() {
    // Given
    estate("guard");
    routes("guard", "\"max_tokens\":10", "\"max_tokens\":99");
    String token =
        HubClient.admin()
            .contentType("application/json")
            .body(Map.of("name", "decider", "permissions", List.of("drift:read", "drift:decide")))
            .post("/api/tokens")
            .path("token");
    var row = only("guard");
    // When
    adopt(row, token).statusCode(403).body("code", is("ADOPTION_NEEDS_APPROVER"));
    adopt(row).statusCode(201);
    // Then
    assertThat(
            plan("guard")
                .getList(
                    "fidelity.find { it.policy == 'guard-limit' }.fields[0].deviations"
                        + ".findAll { it.code == 'kept-by-decision' }.direction",
                    String.class))
        .containsExactly("LOOSER");
  }

  @Test
  void aTokenWithoutThePermissionDecidesNothing() {
    // Given
    estate("weak");
    timeout("weak", "1s");
    String token =
        HubClient.admin()
            .contentType("application/json")
            .body(Map.of("name", "weak", "permissions", List.of("drift:read", "plans:approve")))
            .post("/api/tokens")
            .path("token");
    // When
    adopt(only("weak"), token).statusCode(403);
    // Then
    decisions("weak").body("", empty());
  }

  @Test
  void refusesADecisionAboutAValueThatMovedSinceItWasSeen() {
    // Given
    estate("stale");
    timeout("stale", "1s");
    var seen = only("stale");
    // When
    timeout("stale", "2s");
    // Then
    adopt(seen)
        .statusCode(409)
        .body("code", is("DRIFT_MOVED"))
        .body("nextStep", containsString("Look at the drift"));
    decisions("stale").body("", empty());
    // When
    timeout("stale", "5s");
    refreshed("stale").body("", empty());
    // Then
    adopt(seen).statusCode(409).body("code", is("DRIFT_NOT_OPEN"));
  }

  @Test
  void anAdoptionIsOvertakenWhenTheDocumentsWantSomethingElseThere() {
    // Given
    estate("over");
    timeout("over", "1s");
    adopt(only("over")).statusCode(201);
    // When
    documents(api("over-a", "over", 9001).replace("connectTimeout: 5s", "connectTimeout: 7s"));
    var plan = plan("over");
    // Then
    assertThat(plan.getString("adoptionsEnded[0].why")).isEqualTo("OVERTAKEN");
    assertThat(plan.getString("adoptionsEnded[0].text")).contains("documents want something else");
    assertThat(plan.getList("differences.to", String.class)).contains("7s");
    decisions("over").body("[0].endedAs", is("OVERTAKEN")).body("[0].endedBy", is("hub"));
    carryOut(plan);
    refreshed("over").body("", empty());
    assertThat(plan("over").getBoolean("empty")).isTrue();
  }

  @Test
  void anAdoptionEndsWithTheDocumentThatItIsAbout() {
    // Given
    estate("gone");
    routes("gone", "by-gone", "by-hand");
    adopt(only("gone")).statusCode(201);
    // When
    HubClient.admin().delete("/api/policies/gone-header").then().statusCode(204);
    carryOut(plan("gone"));
    // Then
    decisions("gone").body("[0].endedAs", is("GONE"));
    assertThat(plan("gone").getBoolean("empty")).isTrue();
  }

  @Test
  void whatIsWithdrawnIsDriftAgainAndAPlanHealsIt() {
    // Given
    estate("back");
    timeout("back", "1s");
    var id = adopt(only("back")).statusCode(201).extract().path("id");
    assertThat(plan("back").getBoolean("empty")).isTrue();
    // When
    withdraw(id).statusCode(204);
    // Then
    refreshed("back").body("", hasSize(1)).body("[0].was", is("5s")).body("[0].is", is("1s"));
    withdraw(id).statusCode(409).body("code", is("DECISION_NOT_IN_FORCE"));
    settle("back");
    assertThat(resource("back", "cluster", "api.back-a").field("connect_timeout"))
        .hasValue(Node.text("5s"));
    refreshed("back").body("", empty());
  }

  @Test
  void decidingAgainAboutThePlaceIsItsNextVersion() {
    // Given
    estate("twice");
    timeout("twice", "1s");
    adopt(only("twice")).statusCode(201);
    timeout("twice", "2s");
    // When
    adopt(only("twice")).statusCode(201).body("version", is(2)).body("policyValue", is("5s"));
    // Then
    assertThat(plan("twice").getBoolean("empty")).isTrue();
    decisions("twice").body("endedAs", is(java.util.Arrays.asList(null, "REPLACED")));
  }

  @Test
  void anObjectThatWasTakenAwayAsAWholeCannotBeAdopted() {
    // Given
    estate("adopt-whole");
    HubClient.admin()
        .delete("/api/gateways/adopt-whole/native/cluster/api.adopt-whole-a")
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300));
    // When
    var refused = adopt(only("adopt-whole"));
    // Then
    refused
        .statusCode(409)
        .body("code", is("ADOPTION_NOT_POSSIBLE"))
        .body("nextStep", containsString("Heal it"));
  }

  @Test
  void theWayBackFromAPlanIsRefusedWhereSomethingWasAdoptedSince() {
    // Given
    estate("adopt-undo");
    documents(
        api("adopt-undo-a", "adopt-undo", 9001)
            .replace("connectTimeout: 5s", "connectTimeout: 6s"));
    var applied = settle("adopt-undo");
    timeout("adopt-undo", "1s");
    adopt(only("adopt-undo")).statusCode(201);
    // When
    var back = HubClient.admin().post("/api/plans/" + applied.getString("id") + "/rollback").then();
    // Then
    back.statusCode(400).body("code", is("UNDO_BASE_MOVED"));
    decisions("adopt-undo").body("[0].endedAs", is((Object) null));
  }

  @Test
  void aPlanMadeBeforeTheDecisionIsStaleAfterIt() {
    // Given
    estate("early");
    timeout("early", "1s");
    var heal = plan("early");
    io.entente.hub.test.PlanRoad.approve(heal.getString("id"), heal.getString("hash"))
        .statusCode(200);
    // When
    adopt(only("early")).statusCode(201);
    // Then
    io.entente.hub.test.PlanRoad.apply(heal.getString("id"))
        .statusCode(409)
        .body("code", is("PLAN_STALE"));
    assertThat(resource("early", "cluster", "api.early-a").field("connect_timeout"))
        .hasValue(Node.text("1s"));
  }

  @Test
  void aDecisionNeedsAReason() {
    // Given
    estate("mute");
    timeout("mute", "1s");
    // When
    var refused = decide(only("mute"), "adopt", HubClient.adminToken(), Map.of("reason", "  "));
    // Then
    refused.statusCode(400).body("code", is("INVALID_VALUE")).body("path", is("reason"));
  }
}
