package io.entente.hub.plan;

import static io.entente.hub.test.PlanRoad.addVirtualHost;
import static io.entente.hub.test.PlanRoad.api;
import static io.entente.hub.test.PlanRoad.apply;
import static io.entente.hub.test.PlanRoad.approve;
import static io.entente.hub.test.PlanRoad.carryOut;
import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.foreignHost;
import static io.entente.hub.test.PlanRoad.gateway;
import static io.entente.hub.test.PlanRoad.getNative;
import static io.entente.hub.test.PlanRoad.header;
import static io.entente.hub.test.PlanRoad.limit;
import static io.entente.hub.test.PlanRoad.plan;
import static io.entente.hub.test.PlanRoad.putNative;
import static io.entente.hub.test.PlanRoad.resource;
import static io.entente.hub.test.PlanRoad.settle;
import static io.entente.hub.test.PlanRoad.tryPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.entente.json.JsonTree;
import io.entente.model.nativeobject.Content;
import io.entente.model.nativeobject.ObjectKey;
import io.entente.model.tree.CanonicalText;
import io.entente.model.tree.Node;
import io.entente.translator.envoy.dialect.EnvoyDialect;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class PlanRoadTest {

  @Test
  void whatWasReviewedAndApprovedIsAppliedOnceAndThenNothingIsLeftToDo() {
    // Given
    estate("road");
    // When
    var plan = plan("road");
    String id = plan.getString("id");
    // Then
    assertThat(plan.getBoolean("empty")).isFalse();
    assertThat(plan.getList("differences.object", String.class))
        .contains("cluster/api.road-a", "route_configuration/entente", "listener/entente-http");
    assertThat(plan.getList("fidelity.policy", String.class)).contains("road-limit", "road-header");
    approve(id, "0".repeat(64)).statusCode(409).body("code", is("PLAN_HASH_MISMATCH"));
    apply(id).statusCode(409).body("code", is("PLAN_STATE"));
    getNative("road", "cluster", "api.road-a").then().statusCode(404);
    var applied = carryOut(plan);
    assertThat(applied.getList("steps.state", String.class)).containsOnly("DONE");
    assertThat(plan("road").getBoolean("empty")).isTrue();
    HubClient.admin()
        .get("/api/conditions?policy=road-limit&gateway=road")
        .then()
        .body("condition", hasItem("Applied"))
        .body("status", everyItem(is("TRUE")));
    HubClient.admin()
        .get("/api/gateways/road/objects")
        .then()
        .body("objects.find { it.id == 'api.road-a' }.claimedBy", hasItem("api road-a@1"));
  }

  @Test
  void aHandEditInsideOurClaimsIsDriftUntilAPlanHealsIt() {
    // Given
    estate("drift");
    settle("drift");
    var cluster = resource("drift", "cluster", "api.drift-a");
    // When
    putNative("drift", "cluster", "api.drift-a", cluster.with("connect_timeout", Node.text("1s")));
    HubClient.admin().post("/api/gateways/drift/refresh").then().statusCode(200);
    // Then
    HubClient.admin()
        .get("/api/drift?gateway=drift&refresh=true")
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .body("[0].object", is("cluster/api.drift-a"))
        .body("[0].path", containsString("connect_timeout"))
        .body("[0].was", is("5s"))
        .body("[0].is", is("1s"));
    settle("drift");
    assertThat(canonical("cluster", "api.drift-a", resource("drift", "cluster", "api.drift-a")))
        .isEqualTo(canonical("cluster", "api.drift-a", cluster));
    HubClient.admin().get("/api/drift?gateway=drift&refresh=true").then().body("", empty());
  }

  @Test
  void anUndoPlanReturnsWhatWasThereAndSaysWhatCannotReturn() {
    // Given
    estate("undo");
    settle("undo");
    addVirtualHost("undo", foreignHost());
    var before = everything("undo");
    HubClient.admin().delete("/api/apis/undo-b").then().statusCode(204);
    documents(limit("undo-limit", "undo", 99), api("undo-c", "undo", 9003));
    var forth = settle("undo");
    assertThat(everything("undo")).isNotEqualTo(before);
    assertThat(theirs("undo")).isEqualTo(JsonTree.write(foreignHost()));
    // When
    var undo =
        HubClient.admin()
            .post("/api/plans/" + forth.getString("id") + "/rollback")
            .then()
            .statusCode(201)
            .body("undoOf", is(forth.getString("id")))
            .body("cannotReturn", hasItem(containsString("cluster/api.undo-b")))
            .extract()
            .jsonPath();
    carryOut(undo);
    // Then
    assertThat(everything("undo")).isEqualTo(before);
    assertThat(theirs("undo")).isEqualTo(JsonTree.write(foreignHost()));
    assertThat(plan("undo").getBoolean("empty")).as("the documents still want more").isFalse();
  }

  @Test
  void aForeignVirtualHostSurvivesTheUndoOfThePlanThatMadeEverything() {
    // Given
    estate("whole");
    var first = settle("whole");
    addVirtualHost("whole", foreignHost());
    // When
    var undo =
        HubClient.admin()
            .post("/api/plans/" + first.getString("id") + "/rollback")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    carryOut(undo);
    // Then
    assertThat(theirs("whole")).isEqualTo(JsonTree.write(foreignHost()));
    HubClient.admin().post("/api/gateways/whole/refresh").then().statusCode(200);
    HubClient.admin()
        .get("/api/gateways/whole/objects")
        .then()
        .body("objects.id", is(List.of("entente")));
  }

  @Test
  void nothingIsStoredOnAGatewayThatIsOnlyObserved() {
    // Given
    documents(gateway("look", "observeOnly"), api("look-a", "look", 9001));
    var plan = plan("look");
    approve(plan.getString("id"), plan.getString("hash")).statusCode(200);
    // When
    var refused = apply(plan.getString("id"));
    // Then
    refused.statusCode(409).body("code", is("GATEWAY_OBSERVE_ONLY"));
    HubClient.admin().post("/api/gateways/look/refresh").then().statusCode(200);
    HubClient.admin().get("/api/gateways/look/objects").then().body("objects", empty());
  }

  @Test
  void refusesAPlanWhoseDocumentsChanged() {
    // Given
    estate("late");
    var plan = plan("late");
    approve(plan.getString("id"), plan.getString("hash")).statusCode(200);
    // When
    documents(limit("late-limit", "late", 7));
    // Then
    apply(plan.getString("id")).statusCode(409).body("code", is("PLAN_STALE"));
    getNative("late", "cluster", "api.late-a").then().statusCode(404);
    HubClient.admin()
        .get("/api/plans/" + plan.getString("id"))
        .then()
        .body("status", is("STALE"))
        .body("reason.code", is("PLAN_STALE"));
  }

  @Test
  void refusesAPlanWhoseBaseMovedInsideClaimsAndOnlyThen() {
    // Given
    estate("moved");
    settle("moved");
    documents(limit("moved-limit", "moved", 50));
    var outside = plan("moved");
    // When
    addVirtualHost("moved", foreignHost());
    // Then
    carryOut(outside);
    assertThat(theirs("moved")).isEqualTo(JsonTree.write(foreignHost()));
    // When
    documents(limit("moved-limit", "moved", 60));
    var inside = plan("moved");
    approve(inside.getString("id"), inside.getString("hash")).statusCode(200);
    var cluster = resource("moved", "cluster", "api.moved-a");
    var edited = cluster.with("connect_timeout", Node.text("1s"));
    putNative("moved", "cluster", "api.moved-a", edited);
    // Then
    apply(inside.getString("id")).statusCode(409).body("code", is("PLAN_STALE"));
    assertThat(resource("moved", "cluster", "api.moved-a")).isEqualTo(edited);
  }

  @Test
  void refusesToPlanWhatCannotBeTranslatedAsRequiredAndKeepsNoPlan() {
    // Given
    documents(
        gateway("exact", "managed"),
        api("exact-a", "exact", 9001),
        limit("exact-limit", "exact", 5).replace("approximate", "exact"));
    // When
    var refused = tryPlan("exact");
    // Then
    refused.statusCode(400).body("path", not(is("")));
    HubClient.admin().get("/api/plans").then().body("gateway", not(hasItem("exact")));
    HubClient.admin()
        .get("/api/conditions?policy=exact-limit&gateway=exact")
        .then()
        .body("find { it.condition == 'Translated' }.status", is("FALSE"))
        .body("find { it.condition == 'Translated' }.reason", is("FIDELITY_BELOW_REQUIRED"));
  }

  private static void estate(String name) {
    documents(
        gateway(name, "managed"),
        api(name + "-a", name, 9001),
        api(name + "-b", name, 9002),
        limit(name + "-limit", name, 10),
        header(name + "-header", name, "entente"));
  }

  /** Every resource of the gateway in canonical text. */
  private static SortedMap<String, String> everything(String gateway) {
    HubClient.admin().post("/api/gateways/" + gateway + "/refresh").then().statusCode(200);
    List<Map<String, Object>> objects =
        HubClient.admin().get("/api/gateways/" + gateway + "/objects").path("objects");
    var all = new TreeMap<String, String>();
    for (var object : objects) {
      String kind = String.valueOf(object.get("kind"));
      String id = String.valueOf(object.get("id"));
      all.put(kind + "/" + id, canonical(kind, id, resource(gateway, kind, id)));
    }
    return all;
  }

  private static String canonical(String kind, String id, Node document) {
    var tree =
        (Content.Tree)
            new EnvoyDialect().canonicalise(new ObjectKey(kind, id), new Content.Tree(document));
    return CanonicalText.of(tree.root());
  }

  private static String theirs(String gateway) {
    var routes = resource(gateway, "route_configuration", "entente");
    var hosts = ((Node.Arr) routes.field("virtual_hosts").orElseThrow()).items();
    return hosts.stream()
        .filter(host -> ((Node.Obj) host).field("name").equals(foreignHost().field("name")))
        .map(JsonTree::write)
        .findFirst()
        .orElseThrow();
  }
}
