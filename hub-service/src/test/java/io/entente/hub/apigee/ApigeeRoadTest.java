package io.entente.hub.apigee;

import static io.entente.hub.test.PlanRoad.carryOut;
import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.header;
import static io.entente.hub.test.PlanRoad.limit;
import static io.entente.hub.test.PlanRoad.plan;
import static io.entente.hub.test.PlanRoad.settle;
import static io.entente.hub.test.PlanRoad.tryPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole road through an Apigee that others run, and what they have on it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class ApigeeRoadTest {

  @Inject AgroalDataSource database;

  @Test
  void policiesAreInForceBesideWhatOthersRunAndGoWithoutATrace() throws Exception {
    try (var apigee = TeamApigee.start()) {
      // Given
      var before = apigee.foreign();
      estate(apigee, "apigee-road");
      // When
      var plan = plan("apigee-road");
      // Then: what is reviewed can be read
      assertThat(plan.getList("fidelity.policy", String.class))
          .contains("apigee-road-limit", "apigee-road-header", "apigee-road-cors");
      assertThat(diffs(plan)).contains("+<CORS", "+<Quota", "+<Step>", "+<FlowCallout");
      assertThat(plan.getString("differences.to")).contains("revision:(known after apply)");
      // When
      var applied = carryOut(plan);
      // Then: it is in force beside what was there
      assertThat(applied.getList("steps.state", String.class)).containsOnly("DONE");
      assertThat(applied.getList("steps.outputs.revision", String.class)).contains("1");
      assertThat(plan("apigee-road").getBoolean("empty")).isTrue();
      assertThat(apigee.runs("orders")).containsEntry("apiproxy/policies/Mark.xml", theirs("v1"));
      assertThat(apigee.runs("orders").keySet())
          .anyMatch(name -> name.startsWith("apiproxy/policies/entente-"));
      assertThat((String) apigee.hook(TeamApigee.PRE_PROXY).path("description"))
          .contains("before: team-auth continueOnError=true");
      HubClient.admin()
          .get("/api/conditions?policy=apigee-road-cors&gateway=apigee-road")
          .then()
          .body("condition", hasItem("Applied"))
          .body("status", everyItem(is("TRUE")));
      // When: the plan is taken back
      carryOut(rollback(applied.getString("id")));
      // Then
      assertThat(apigee.foreign()).isEqualTo(before);
      assertThat(apigee.violations()).isEqualTo("[]");
    }
  }

  @Test
  void aForeignDeploymentThatDropsOurPartsIsDriftUntilAPlanHealsItAndTheirEditStays()
      throws Exception {
    try (var apigee = TeamApigee.start()) {
      // Given
      estate(apigee, "apigee-drift");
      var first = settle("apigee-drift");
      // When: the team deploys its next version, which knows nothing of us
      apigee.deployProxy("orders", TeamApigee.proxy("orders", "v2"));
      // Then
      var drift =
          HubClient.admin()
              .get("/api/drift?gateway=apigee-drift&refresh=true")
              .then()
              .body("object", everyItem(is("apis/orders")))
              .body("kind", everyItem(is("FOREIGN_DELETE")))
              .extract()
              .jsonPath();
      assertThat(drift.getList("diff", String.class)).anyMatch(text -> text.contains("-<CORS"));
      HubClient.admin()
          .get("/api/gateways/apigee-drift/writers")
          .then()
          .body("kind", hasItem("PIPELINE"))
          .body("evidence", hasItem(containsString("orders")));
      // When
      settle("apigee-drift");
      // Then
      HubClient.admin()
          .get("/api/drift?gateway=apigee-drift&refresh=true")
          .then()
          .body("", hasSize(0));
      assertThat(apigee.runs("orders")).containsEntry("apiproxy/policies/Mark.xml", theirs("v2"));
      // When: everything of ours goes
      for (String policy : List.of("limit", "header", "cors")) {
        HubClient.admin().delete("/api/policies/apigee-drift-" + policy).then().statusCode(204);
      }
      settle("apigee-drift");
      // Then
      assertThat(apigee.runs("orders")).isEqualTo(TeamApigee.proxy("orders", "v2"));
      assertThat((String) apigee.hook(TeamApigee.PRE_PROXY).path("sharedFlow"))
          .isEqualTo("team-auth");
      assertThat((List<?>) apigee.foreign().get("flows")).isEqualTo(List.of("team-auth"));
      assertThat(first.getString("status")).isEqualTo("APPLIED");
    }
  }

  @Test
  void theFilesOfABundleCanBeLookedAt() throws Exception {
    try (var apigee = TeamApigee.start()) {
      // Given
      documents(apigee.documents("apigee-look"));
      apigee.giveCredential("apigee-look");
      HubClient.admin().post("/api/gateways/apigee-look/refresh").then().statusCode(200);
      // When, Then
      HubClient.admin()
          .get("/api/gateways/apigee-look/native/apis/orders")
          .then()
          .statusCode(200)
          .body("files.name", hasItem("apiproxy/policies/Mark.xml"));
      HubClient.admin()
          .queryParam("name", "apiproxy/policies/Mark.xml")
          .get("/api/gateways/apigee-look/native/apis/orders/file")
          .then()
          .statusCode(200)
          .body(containsString("<AssignMessage"));
      HubClient.admin()
          .urlEncodingEnabled(false)
          .get("/api/gateways/apigee-look/native/proxy_endpoints/orders%2Fdefault")
          .then()
          .statusCode(200)
          .body("basePath", is("/orders"));
    }
  }

  @Test
  void aRefusedCredentialIsAClearProblemAndIsNowhereToBeSeen() throws Exception {
    try (var apigee = TeamApigee.start()) {
      // Given
      documents(apigee.documents("apigee-secret"));
      apigee.giveCredential("apigee-secret");
      String key = JsonPath.from(apigee.credential()).getString("private_key");
      String part = key.substring(60, 120);
      carryOut(plan("apigee-secret"));
      // Then
      for (String path :
          List.of(
              "/api/gateways/apigee-secret",
              "/api/gateways/apigee-secret/vendor-credential",
              "/api/gateways/apigee-secret/objects",
              "/api/audit",
              "/api/plans")) {
        assertThat(HubClient.admin().get(path).asString()).as(path).doesNotContain(part);
      }
      assertThat(rowsWith(part)).isZero();
      // When: what is stored then is none that Apigee knows
      HubClient.admin()
          .contentType("application/json")
          .body(apigee.credential().replace("@", "@not-known."))
          .put("/api/gateways/apigee-secret/vendor-credential")
          .then()
          .statusCode(200);
      // Then
      tryPlan("apigee-secret").statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(400));
      HubClient.admin()
          .get("/api/gateways/apigee-secret")
          .then()
          .body("lastRead.outcome", is("FAILED"));
    }
  }

  private static void estate(TeamApigee apigee, String name) {
    documents(
        apigee.documents(name),
        limit(name + "-limit", name, 10).replace("key: route", "key: clientIp"),
        header(name + "-header", name, "entente"),
        """
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: %1$s-cors}
        spec:
          targetRefs: [{kind: Api, selector: {road: %1$s}}]
          require: approximate
          cors: {allowOrigins: ["https://shop.example"], allowMethods: [GET]}
        """
            .formatted(name));
    apigee.giveCredential(name);
  }

  private static JsonPath rollback(String plan) {
    return HubClient.admin()
        .post("/api/plans/" + plan + "/rollback")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static String diffs(JsonPath plan) {
    return String.join("\n", plan.getList("differences.findAll { it.diff }.diff", String.class));
  }

  private static String theirs(String note) {
    return TeamApigee.proxy("orders", note).get("apiproxy/policies/Mark.xml");
  }

  private int rowsWith(String text) throws SQLException {
    int found = 0;
    for (String table : List.of("vendor_credential", "plan", "native_content", "audit_log")) {
      found += exists(table) ? rowsWith(table, text) : 0;
    }
    return found;
  }

  private boolean exists(String table) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select to_regclass('" + table + "') is not null")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private int rowsWith(String table, String text) throws SQLException {
    try (var connection = database.getConnection();
        var holds =
            connection.prepareStatement(
                "select count(*) from " + table + " t where strpos(t::text, ?) > 0")) {
      holds.setString(1, text);
      try (var row = holds.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
