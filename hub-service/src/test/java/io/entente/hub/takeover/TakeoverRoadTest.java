package io.entente.hub.takeover;

import static io.entente.hub.test.PlanRoad.carryOut;
import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.plan;
import static io.entente.hub.test.PlanRoad.settle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An estate that people made, taken over into policies as it is. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class TakeoverRoadTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anImportPlansAsNoChangeAndAnEditTouchesJustItsOwnPlaceUntilItIsRolledBack(boolean database)
      throws Exception {
    try (var kong = UsersKong.start(database)) {
      // Given
      String gateway = database ? "take-over" : "take-over-document";
      documents(kong.gateway(gateway));
      var plugins = kong.plugins();
      var others = kong.others();
      // When
      var found = importable(gateway);
      take(gateway, found, places(kong, UsersKong.TAKEABLE)).statusCode(201);
      // Then
      assertThat(plan(gateway).getBoolean("empty")).isTrue();
      noDrift(gateway);
      assertThat(kong.plugins()).isEqualTo(plugins);
      assertThat(kong.others()).isEqualTo(others);
      // When: one policy is edited
      documents(policy(found, kong.place(UsersKong.LIMIT)).replace("requests: 10", "requests: 20"));
      var plan = plan(gateway);
      // Then: the plan touches that place and nothing else
      assertThat(plan.getList("steps")).hasSize(1);
      assertThat(plan.getList("takenOver", String.class))
          .containsExactly(kong.place(UsersKong.LIMIT));
      // When
      String applied = carryOut(plan).getString("id");
      // Then: it has the identity, the marks and the values nobody asked to change
      var edited = kong.plugins();
      assertThat(config(edited, UsersKong.LIMIT))
          .containsEntry("minute", 20)
          .containsEntry("error_message", "API rate limit exceeded")
          .containsEntry("fault_tolerant", true);
      assertThat((List<?>) edited.get(UsersKong.LIMIT).get("tags"))
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(String.class))
          .contains("team-a", "entente");
      assertThat(but(edited, UsersKong.LIMIT)).isEqualTo(but(plugins, UsersKong.LIMIT));
      assertThat(kong.others()).isEqualTo(others);
      assertThat(plan(gateway).getBoolean("empty")).isTrue();
      // When: it is rolled back
      carryOut(rollback(applied));
      // Then
      assertThat(kong.plugins()).isEqualTo(plugins);
      // When: the policy says what it said
      documents(policy(found, kong.place(UsersKong.LIMIT)));
      // Then
      assertThat(plan(gateway).getBoolean("empty")).isTrue();
      noDrift(gateway);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aDeletedPolicyTakesItsPlaceAlongOnlyAsThePlanSaysAndAReleasedOneDoesNot(boolean database)
      throws Exception {
    try (var kong = UsersKong.start(database)) {
      // Given
      String gateway = database ? "take-delete" : "take-delete-document";
      documents(kong.gateway(gateway));
      var plugins = kong.plugins();
      var found = importable(gateway);
      var wanted = places(kong, List.of(UsersKong.SIZE, UsersKong.CORS));
      var taken = take(gateway, found, wanted).statusCode(201).extract().jsonPath();
      // When: one is given back, and both policies are deleted
      int cors = taken.getInt("find { it.place == '" + kong.place(UsersKong.CORS) + "' }.id");
      release(gateway, cors).statusCode(204);
      release(gateway, cors).statusCode(404).body("code", is("TAKEOVER_NOT_FOUND"));
      assertThat(plan(gateway).getBoolean("empty")).isTrue();
      delete(found, kong.place(UsersKong.CORS));
      delete(found, kong.place(UsersKong.SIZE));
      var plan = plan(gateway);
      // Then
      assertThat(plan.getList("takenOver", String.class))
          .containsExactly(kong.place(UsersKong.SIZE));
      String applied = carryOut(plan).getString("id");
      assertThat(kong.plugins()).isEqualTo(but(plugins, UsersKong.SIZE));
      // When
      carryOut(rollback(applied));
      // Then: it is there as it was, under its own id
      assertThat(kong.plugins()).isEqualTo(plugins);
    }
  }

  @Test
  void whatCannotBeTakenOverIsSaidWithTheReasonAndRefused() throws Exception {
    try (var kong = UsersKong.start(true)) {
      // Given
      documents(kong.gateway("take-reasons"));
      // When
      var found = importable("take-reasons");
      // Then
      assertThat(found.getList("places.findAll { it.possible }.place", String.class))
          .containsExactlyInAnyOrderElementsOf(places(kong, UsersKong.TAKEABLE));
      assertThat(reasons(found, kong.place(UsersKong.ON_SERVICE))).contains("not bound to one");
      assertThat(found.getList("remainder.object", String.class))
          .contains(kong.place(UsersKong.EVERYWHERE), kong.place(UsersKong.DISABLED));
      take("take-reasons", found, List.of(kong.place(UsersKong.ON_SERVICE)))
          .statusCode(409)
          .body("code", is("IMPORT_NOT_POSSIBLE"))
          .body("detail", containsString("not bound to one"));
      take("take-reasons", found, List.of(kong.place(UsersKong.EVERYWHERE)))
          .statusCode(404)
          .body("code", is("IMPORT_PLACE_NOT_FOUND"));
      HubClient.admin().get("/api/gateways/take-reasons/takeovers").then().body("", hasSize(0));
    }
  }

  @Test
  void whatMovedSinceItWasLookedAtIsRefusedAndNothingIsStored() throws Exception {
    try (var kong = UsersKong.start(true)) {
      // Given
      documents(kong.gateway("take-moved"));
      var found = importable("take-moved");
      kong.patch(UsersKong.SIZE, "{\"config\": {\"allowed_payload_size\": 9}}");
      // When
      take("take-moved", found, places(kong, List.of(UsersKong.ADDRESSES, UsersKong.SIZE)))
          .statusCode(409)
          .body("code", is("IMPORT_BASE_MOVED"));
      // Then
      HubClient.admin().get("/api/gateways/take-moved/takeovers").then().body("", hasSize(0));
      HubClient.admin()
          .get("/api/policies/" + name(found, kong.place(UsersKong.ADDRESSES)))
          .then()
          .statusCode(404);
    }
  }

  @Test
  void whatIsTakenOverIsOursSoThatItIsNotTakenTwiceAndAHandEditOfItIsDrift() throws Exception {
    try (var kong = UsersKong.start(true)) {
      // Given
      documents(kong.gateway("take-twice"));
      var plugins = kong.plugins();
      var found = importable("take-twice");
      var wanted = places(kong, List.of(UsersKong.KEYS, UsersKong.LIMIT));
      take("take-twice", found, wanted).statusCode(201);
      // Then
      take("take-twice", found, wanted).statusCode(409).body("code", is("IMPORT_ALREADY_OURS"));
      assertThat(importable("take-twice").getList("places.place", String.class))
          .doesNotContainAnyElementsOf(wanted);
      // When
      kong.patch(UsersKong.KEYS, "{\"config\": {\"hide_credentials\": true}}");
      // Then
      HubClient.admin()
          .get("/api/drift?gateway=take-twice&refresh=true")
          .then()
          .body("", hasSize(1))
          .body("[0].object", is("plugins/" + UsersKong.KEYS))
          .body("[0].path", is("config.hide_credentials"));
      settle("take-twice");
      assertThat(kong.plugins()).isEqualTo(plugins);
      noDrift("take-twice");
    }
  }

  @Test
  void anImportNeedsThePermissionsOfWhatItStoresAndIsInTheAudit() throws Exception {
    try (var kong = UsersKong.start(true)) {
      // Given
      documents(kong.gateway("take-audit"));
      var found = importable("take-audit");
      var limit = List.of(kong.place(UsersKong.LIMIT));
      // Then
      HubClient.with(HubClient.token("take-reader", "policies:read"))
          .contentType("application/json")
          .body(body(found, limit))
          .post("/api/gateways/take-audit/import")
          .then()
          .statusCode(403);
      HubClient.with(HubClient.token("take-author", "policies:write", "plans:approve"))
          .contentType("application/json")
          .body(body(found, limit))
          .post("/api/gateways/take-audit/import")
          .then()
          .statusCode(403);
      HubClient.with(HubClient.token("take-binder", "policies:write", "apis:write"))
          .contentType("application/json")
          .body(body(found, limit))
          .post("/api/gateways/take-audit/import")
          .then()
          .statusCode(403)
          .body("code", is("IMPORT_NEEDS_APPROVER"));
      // When
      take("take-audit", found, limit).statusCode(201);
      // Then
      HubClient.admin().get("/api/audit").then().body("action", hasItem("gateway.import"));
      HubClient.admin()
          .get("/api/drift/decisions?gateway=take-audit")
          .then()
          .body("path", hasItem("config.error_message"))
          .body("reason", hasItem(containsString("Found at import.")));
    }
  }

  private static JsonPath importable(String gateway) {
    return HubClient.admin()
        .get("/api/gateways/" + gateway + "/importable")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static ValidatableResponse take(String gateway, JsonPath found, List<String> places) {
    return HubClient.admin()
        .contentType("application/json")
        .body(body(found, places))
        .post("/api/gateways/" + gateway + "/import")
        .then();
  }

  private static Map<String, Object> body(JsonPath found, List<String> places) {
    return Map.of(
        "places",
        places.stream()
            .map(place -> Map.of("place", place, "seen", at(found, place, "seen", "unseen")))
            .toList());
  }

  private static String at(JsonPath found, String place, String field, String otherwise) {
    String value = found.getString("places.find { it.place == '" + place + "' }." + field);
    return value == null ? otherwise : value;
  }

  private static String reasons(JsonPath found, String place) {
    return at(found, place, "reasons", "");
  }

  /** The one policy that was made of a place, as its document. */
  private static String policy(JsonPath found, String place) {
    return found
        .getList("places.find { it.place == '" + place + "' }.documents", String.class)
        .stream()
        .filter(document -> document.contains("kind: Policy"))
        .collect(Collectors.joining("---\n"));
  }

  private static String name(JsonPath found, String place) {
    return policy(found, place).replaceFirst("(?s).*?name: ([a-z0-9.-]+).*", "$1");
  }

  private static void delete(JsonPath found, String place) {
    HubClient.admin().delete("/api/policies/" + name(found, place)).then().statusCode(204);
  }

  private static ValidatableResponse release(String gateway, int takeover) {
    return HubClient.admin().delete("/api/gateways/" + gateway + "/takeovers/" + takeover).then();
  }

  private static JsonPath rollback(String plan) {
    return HubClient.admin()
        .post("/api/plans/" + plan + "/rollback")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static void noDrift(String gateway) {
    HubClient.admin()
        .get("/api/drift?gateway=" + gateway + "&refresh=true")
        .then()
        .body("", hasSize(0));
  }

  private static List<String> places(UsersKong kong, List<String> plugins) {
    return plugins.stream().map(kong::place).toList();
  }

  private static Map<String, Map<String, Object>> but(
      Map<String, Map<String, Object>> plugins, String one) {
    return plugins.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(one))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> config(
      Map<String, Map<String, Object>> plugins, String plugin) {
    return (Map<String, Object>) plugins.get(plugin).get("config");
  }
}
