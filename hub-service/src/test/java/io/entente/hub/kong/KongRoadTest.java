package io.entente.hub.kong;

import static io.entente.hub.test.PlanRoad.carryOut;
import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.header;
import static io.entente.hub.test.PlanRoad.limit;
import static io.entente.hub.test.PlanRoad.plan;
import static io.entente.hub.test.PlanRoad.settle;
import static io.entente.hub.test.PlanRoad.tryPlan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole road through a Kong that others run, and what they have on it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class KongRoadTest {

  @Inject AgroalDataSource database;

  @Test
  void policiesAreInForceBesideForeignConfigurationAndLeaveItAsItIs() throws Exception {
    try (var kong = TeamKong.start()) {
      // Given
      documents(
          kong.documents("kong-road"),
          limit("kong-road-limit", "kong-road", 10).replace("key: route", "key: clientIp"),
          header("kong-road-header", "kong-road", "entente"),
          trafficLog("kong-road"));
      var before = kong.foreign();
      // When
      var plan = plan("kong-road");
      var applied = carryOut(plan);
      // Then
      assertThat(plan.getList("fidelity.policy", String.class))
          .contains("kong-road-limit", "kong-road-header", "kong-road-log");
      assertThat(applied.getList("steps.state", String.class)).containsOnly("DONE");
      assertThat(plan("kong-road").getBoolean("empty")).isTrue();
      assertThat(kong.ourPlugins())
          .extracting(plugin -> plugin.get("name"))
          .containsExactlyInAnyOrder("rate-limiting", "response-transformer", "http-log");
      assertThat(kong.ourPlugins()).allMatch(plugin -> plugin.get("route") != null);
      assertThat(kong.foreign()).isEqualTo(before);
      // When: everything of ours goes
      for (String policy : List.of("limit", "header", "log")) {
        HubClient.admin().delete("/api/policies/kong-road-" + policy).then().statusCode(204);
      }
      settle("kong-road");
      // Then
      assertThat(kong.ourPlugins()).isEmpty();
      assertThat(kong.foreign()).isEqualTo(before);
    }
  }

  @Test
  void aHandEditOfOurPluginIsDriftUntilAPlanHealsIt() throws Exception {
    try (var kong = TeamKong.start()) {
      // Given
      documents(
          kong.documents("kong-drift"),
          limit("kong-drift-limit", "kong-drift", 10).replace("key: route", "key: clientIp"));
      settle("kong-drift");
      String id = String.valueOf(kong.ourPlugins().get(0).get("id"));
      // When
      kong.patch("plugins/" + id, "{\"config\": {\"minute\": 1000}}");
      // Then
      HubClient.admin()
          .get("/api/drift?gateway=kong-drift&refresh=true")
          .then()
          .body("", hasSize(1))
          .body("[0].object", is("plugins/" + id))
          .body("[0].path", is("config.minute"))
          .body("[0].was", is(10))
          .body("[0].is", is(1000));
      settle("kong-drift");
      HubClient.admin()
          .get("/api/drift?gateway=kong-drift&refresh=true")
          .then()
          .body("", hasSize(0));
    }
  }

  @Test
  void aForeignInstanceThatActsInsteadOfOursIsNamed() throws Exception {
    try (var kong = TeamKong.start()) {
      // Given
      String theirs = "0d1f6f3e-7a35-4f60-8a53-9a1f6a3f2c22";
      kong.put(
          "services/orders/plugins/" + theirs,
          "{\"name\": \"rate-limiting\", \"config\": {\"minute\": 5}}");
      documents(
          kong.documents("kong-shadow"),
          limit("kong-shadow-limit", "kong-shadow", 10).replace("key: route", "key: clientIp"));
      // When
      var plan = plan("kong-shadow");
      // Then
      assertThat(plan.getBoolean("empty")).isTrue();
      assertThat(plan.getString("shadowed[0].by")).isEqualTo("plugins/" + theirs);
      HubClient.admin()
          .get("/api/conditions?policy=kong-shadow-limit&gateway=kong-shadow")
          .then()
          .body("condition", hasItem("Overridden"))
          .body("find { it.condition == 'Overridden' }.message", containsString(theirs));
      HubClient.admin()
          .get("/api/explain?gateway=kong-shadow&api=kong-shadow-orders&route=all")
          .then()
          .body("shadowed[0].by", is("plugins/" + theirs));
      // When: it is gone
      kong.delete("plugins/" + theirs);
      assertThat(plan("kong-shadow").getBoolean("empty")).isFalse();
      // Then
      HubClient.admin()
          .get("/api/conditions?policy=kong-shadow-limit&gateway=kong-shadow")
          .then()
          .body("condition", hasItem("Planned"))
          .body("condition", not(hasItem("Overridden")));
    }
  }

  @Test
  void anotherControllerOfTheGatewayIsSaid() throws Exception {
    try (var kong = TeamKong.start()) {
      // Given
      kong.put(
          "services/ingress",
          "{\"url\": \"http://127.0.0.1:9\", \"tags\": [\"managed-by-ingress-controller\"]}");
      documents(kong.documents("kong-writers"));
      // When
      var plan = plan("kong-writers");
      // Then
      assertThat(plan.getList("otherWriters.kind", String.class))
          .containsExactly("INGRESS_CONTROLLER");
      HubClient.admin()
          .get("/api/gateways/kong-writers/writers")
          .then()
          .body("[0].kind", is("INGRESS_CONTROLLER"))
          .body("[0].evidence", containsString("managed-by-ingress-controller"));
    }
  }

  @Test
  void secretsOfTheGatewayAndOursAreNowhereToBeSeen() throws Exception {
    try (var kong = TeamKong.start()) {
      // Given
      documents(kong.documents("kong-secret"), trafficLog("kong-secret"));
      var plan = plan("kong-secret");
      carryOut(plan);
      String token =
          String.valueOf(
              io.restassured.path.json.JsonPath.from(
                      io.restassured.RestAssured.given()
                          .baseUri(kong.admin())
                          .get("/plugins")
                          .asString())
                  .getMap("data.find { it.name == 'http-log' }.config.headers")
                  .get("x-entente-gateway-token"));
      assertThat(token).startsWith("ing1.kong-secret.");
      // Then
      for (String path :
          List.of(
              "/api/plans/" + plan.getString("id"),
              "/api/gateways/kong-secret/objects",
              "/api/explain?gateway=kong-secret&api=kong-secret-orders&route=all",
              "/api/audit",
              "/api/drift?gateway=kong-secret&refresh=true")) {
        assertThat(HubClient.admin().get(path).asString())
            .as(path)
            .doesNotContain(token)
            .doesNotContain(TeamKong.SECRET);
      }
      assertThat(tablesThatHold(token)).isEmpty();
      assertThat(tablesThatHold(TeamKong.SECRET)).isEmpty();
      assertThat(tablesThatHold("kong-secret-log")).isNotEmpty();
    }
  }

  /** Tables of the hub's database that hold the text anywhere, as a dump of it would. */
  private List<String> tablesThatHold(String text) throws SQLException {
    var found = new ArrayList<String>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      var tables = new ArrayList<String>();
      try (ResultSet rows =
          statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
      assertThat(tables).hasSizeGreaterThan(10);
      for (String table : tables) {
        try (PreparedStatement holds =
            connection.prepareStatement(
                "select 1 from \"" + table + "\" t where strpos(t::text, ?) > 0 limit 1")) {
          holds.setString(1, text);
          if (holds.executeQuery().next()) {
            found.add(table);
          }
        }
      }
    }
    return found;
  }

  @Test
  void anUnreachableGatewayIsAClearProblemAndNothingIsConcluded() throws Exception {
    // Given
    String documents;
    try (var kong = TeamKong.start()) {
      documents = kong.documents("kong-gone");
    }
    documents(documents, limit("kong-gone-limit", "kong-gone", 10));
    // When
    var refused = tryPlan("kong-gone");
    // Then
    refused.statusCode(502).body("kind", is("VENDOR")).body("nextStep", containsString("node"));
    HubClient.admin().get("/api/gateways/kong-gone").then().body("lastRead.outcome", is("FAILED"));
    HubClient.admin().get("/api/drift?gateway=kong-gone").then().body("", hasSize(0));
  }

  private static String trafficLog(String name) {
    return """
        apiVersion: entente.io/v1alpha1
        kind: Policy
        metadata: {name: %1$s-log}
        spec:
          targetRefs: [{kind: Api, selector: {road: %1$s}}]
          trafficLog: {maxDelay: 1s}
        """
        .formatted(name);
  }
}
