package io.entente.hub.discovery;

import static io.entente.hub.test.PlanRoad.addVirtualHost;
import static io.entente.hub.test.PlanRoad.api;
import static io.entente.hub.test.PlanRoad.documents;
import static io.entente.hub.test.PlanRoad.foreignHost;
import static io.entente.hub.test.PlanRoad.gateway;
import static io.entente.hub.test.PlanRoad.header;
import static io.entente.hub.test.PlanRoad.limit;
import static io.entente.hub.test.PlanRoad.settle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.entente.hub.test.EmbeddedInfrastructure;
import io.entente.hub.test.HubClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The whole estate, over an Envoy that Entente serves. */
@QuarkusTest
@QuarkusTestResource(EmbeddedInfrastructure.class)
class EstateTest {

  @Test
  void showsWhatDocumentsMakeAndWhatOthersPutBesideIt() {
    // Given
    documents(
        gateway("est", "managed"),
        api("est-a", "est", 9001),
        limit("est-limit", "est", 10),
        header("est-header", "est", "entente"));
    settle("est");
    addVirtualHost("est", foreignHost());
    HubClient.admin().post("/api/gateways/est/refresh").then().statusCode(200);
    // When
    var rows = estate(Map.of("gateway", "est"));
    // Then
    rows.body("total", is(2))
        .body("next", nullValue())
        .body("rows.name", contains("est-a", "theirs"))
        .body("rows[0].managed", is(true))
        .body("rows[0].labels", contains("road=est"))
        .body("rows[0].policies", is(2))
        .body("rows[0].places[0].missing", is(0))
        .body("rows[0].places[0].how", is("MADE"))
        .body("rows[0].places[0].lastSeen", notNullValue())
        .body("rows[1].managed", is(false))
        .body("rows[1].form", is("virtual host"))
        .body("rows[1].routes", is(1));
    estate(Map.of("gateway", "est", "managed", "false")).body("rows.name", contains("theirs"));
    estate(Map.of("gateway", "est", "labels", "road")).body("rows.name", contains("est-a"));
    estate(Map.of("gateway", "est", "labels", "road=other")).body("rows", empty());
    estate(Map.of("gateway", "est", "q", "THEIRS.example")).body("rows.name", contains("theirs"));
    estate(Map.of("gateway", "est", "vendor", "kong")).body("rows", empty());
    HubClient.admin()
        .queryParam("gateway", "est")
        .queryParam("ref", "route_configuration/entente#theirs")
        .get("/api/estate/found")
        .then()
        .statusCode(200)
        .body("ready.document", nullValue())
        .body("ready.notes[0]", containsString("gateways: [est]"));
  }

  @Test
  void placesOfAnApiSayWhatActsOnItsRoutesAndWhatIsMissing() {
    // Given
    documents(gateway("est-places", "managed"), api("est-places-a", "est-places", 9001));
    // Then: nothing was read yet, so nothing is said to be missing
    places("est-places-a").body("gateways[0].routes[0].state", is("NOT_READ"));
    // When
    HubClient.admin().post("/api/gateways/est-places/refresh").then().statusCode(200);
    // Then
    places("est-places-a").body("gateways[0].routes[0].state", is("MISSING"));
    estate(Map.of("gateway", "est-places")).body("rows[0].places[0].missing", is(1));
    // When
    settle("est-places");
    HubClient.admin().post("/api/gateways/est-places/refresh").then().statusCode(200);
    // Then
    places("est-places-a")
        .body("gateways[0].routes[0].state", is("FOUND"))
        .body("gateways[0].routes[0].found[0].route.paths", contains("prefix /est-places-a"))
        .body("gateways[0].routes[0].found[0].policies.policy.name", hasItem("entente.cors"))
        .body("gateways[0].routes[0].found[0].policies.policy.ours", not(hasItem(false)));
  }

  @Test
  void explainsEveryRouteOfAnApiWithValuesAndWhatGaveWay() {
    // Given
    documents(
        gateway("est-why", "managed"),
        api("est-why-a", "est-why", 9001),
        limit("est-why-limit", "est-why", 10),
        header("est-why-header", "est-why", "entente"),
        header("est-why-other", "est-why", "somebody"));
    settle("est-why");
    // When
    var explained = HubClient.admin().get("/api/explain/apis/est-why-a").then();
    // Then
    String kinds = "gateways[0].routes[0].kinds";
    explained
        .statusCode(200)
        .body("gateways.gateway", contains("est-why"))
        .body("gateways[0].problems", empty())
        .body(kinds + ".kind", hasSize(2))
        .body(kinds + ".holding.flatten().policy", hasItems("est-why-limit", "est-why-header"))
        .body(kinds + ".losers.flatten().policy", contains("est-why-other"))
        .body(kinds + ".losers.flatten().why", contains("CONFLICTED"))
        .body(
            kinds
                + ".holding.flatten().find { it.policy == 'est-why-limit' }.values"
                + ".find { it.field == 'rateLimit.requests' }.value",
            is("10"))
        .body(
            kinds + ".holding.flatten().find { it.policy == 'est-why-limit' }.objects.object",
            hasItem("route_configuration/entente"))
        .body(kinds + ".holding.flatten().objects.flatten().applied", not(hasItem(false)))
        .body(kinds + ".holding.flatten().fidelity", not(hasItem(nullValue())));
  }

  @Test
  void isReadPageByPageWithoutLosingOrRepeatingARow() {
    // Given
    documents(gateway("est-pages", "managed"));
    for (int i = 0; i < 5; i++) {
      documents(api("est-pages-" + i, "est-pages", 9001));
    }
    // When
    List<String> read = new ArrayList<>();
    String cursor = "";
    do {
      var page =
          estate(Map.of("gateway", "est-pages", "limit", "2", "cursor", cursor))
              .body("total", is(5))
              .extract()
              .jsonPath();
      read.addAll(page.getList("rows.name", String.class));
      cursor = page.getString("next");
    } while (cursor != null);
    // Then
    assertThat(read)
        .containsExactly("est-pages-0", "est-pages-1", "est-pages-2", "est-pages-3", "est-pages-4");
  }

  @Test
  void saysWhichGatewaysWereNeverReadAndRefusesWhatItDoesNotUnderstand() {
    documents(
        """
        apiVersion: entente.io/v1alpha1
        kind: Gateway
        metadata: {name: est-unread}
        spec: {vendor: kong, connection: {admin: "http://127.0.0.1:9"}}
        """);

    estate(Map.of()).body("unread", hasItem("est-unread"));
    invalid("limit", "0");
    invalid("limit", "many");
    invalid("managed", "perhaps");
    HubClient.admin().get("/api/estate/apis/none").then().statusCode(404);
    HubClient.admin().get("/api/explain/apis/none").then().statusCode(404);
    HubClient.admin()
        .queryParam("gateway", "est-unread")
        .queryParam("ref", "services/none")
        .get("/api/estate/found")
        .then()
        .statusCode(404)
        .body("code", is("API_NOT_FOUND"));
  }

  private static void invalid(String name, String value) {
    HubClient.admin()
        .queryParam(name, value)
        .get("/api/estate")
        .then()
        .statusCode(400)
        .body("code", is("ESTATE_PARAMETER_INVALID"))
        .body("path", is(name));
  }

  private static ValidatableResponse places(String api) {
    return HubClient.admin().get("/api/estate/apis/" + api).then().statusCode(200);
  }

  private static ValidatableResponse estate(Map<String, String> parameters) {
    return HubClient.admin().queryParams(parameters).get("/api/estate").then().statusCode(200);
  }
}
